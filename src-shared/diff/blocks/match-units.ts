/** Two sequences of blocks, or of list items, as one sequence in reading order: what stayed, changed, moved, came, went. */
import { heaviestAscent } from '../sequence/heaviest-ascent.ts';
import { exactPairs, type Pair } from './exact-pairs.ts';
import { createFeatures } from './features.ts';
import { findRegroupings, sideOf, type Regrouping } from './regroupings.ts';
import { mayHaveMoved, similarPairs, type Rest, type SimilarPair } from './similar-pairs.ts';
import type { Unit } from './unit.ts';

/** Indexes of units. A move stands twice: `moved` where it is after, `moved-away` where it was. */
export type Match =
  | { readonly kind: 'same' | 'changed'; readonly before: number; readonly after: number }
  | {
      readonly kind: 'moved' | 'moved-away';
      readonly before: number;
      readonly after: number;
      readonly isExact: boolean;
    }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number }
  | {
      readonly kind: 'split' | 'merged';
      readonly before: readonly number[];
      readonly after: readonly number[];
    };

/** Every index of either side is in exactly one match (a moved one in two), and each side's ascend. */
export function matchUnits(before: readonly Unit[], after: readonly Unit[]): Match[] {
  const { kept, moved: exactMoves } = exactPairs(before, after);
  const { left, right } = restsOf(before, after, kept, exactMoves);
  const similar = similarPairs(left, right);
  const changed = staying(similar);
  const stays = new Set(changed);
  const changedMoves = similar.filter((pair) => !stays.has(pair) && mayHaveMoved(pair));

  const paired = [...changed, ...changedMoves];
  const regroupings = findRegroupings(
    changed,
    sideOf(
      left,
      paired.map((pair) => pair.before),
    ),
    sideOf(
      right,
      paired.map((pair) => pair.after),
    ),
  );
  const regrouped = new Set(regroupings.map(({ seed }) => seed));
  return inReadingOrder(before.length, after.length, {
    kept,
    changed: changed.filter((pair) => !regrouped.has(pair)),
    regroupings,
    moves: [
      ...exactMoves.map((pair) => ({ ...pair, isExact: true })),
      ...changedMoves.map((pair) => ({ ...pair, isExact: false })),
    ],
  });
}

/** The similar pairs that stand in order between the kept ones. */
function staying(similar: readonly SimilarPair[]): SimilarPair[] {
  const inGap = similar.filter(({ isInGap }) => isInGap).toSorted((one, other) => one.before - other.before);
  return heaviestAscent(inGap);
}

function restsOf(
  before: readonly Unit[],
  after: readonly Unit[],
  kept: readonly Pair[],
  moved: readonly Pair[],
): { left: Rest[]; right: Rest[] } {
  const featuresOf = createFeatures();
  return {
    left: restOf(
      before,
      kept.map((pair) => pair.before),
      moved.map((pair) => pair.before),
      featuresOf,
    ),
    right: restOf(
      after,
      kept.map((pair) => pair.after),
      moved.map((pair) => pair.after),
      featuresOf,
    ),
  };
}

function restOf(
  units: readonly Unit[],
  kept: readonly number[],
  moved: readonly number[],
  featuresOf: ReturnType<typeof createFeatures>,
): Rest[] {
  const keptHere = new Set(kept);
  const movedHere = new Set(moved);
  const gaps: { index: number; unit: Unit }[][] = [[]];
  units.forEach((unit, index) => {
    if (keptHere.has(index)) gaps.push([]);
    else if (!movedHere.has(index)) gaps.at(-1)?.push({ index, unit });
  });
  return gaps.flatMap((members, gap) =>
    members.map(({ index, unit }, placeInGap) => {
      const words = unit.words();
      const wordCount = words.length;
      return {
        index,
        unit,
        wordCount,
        features: featuresOf(words),
        gap,
        placeInGap,
        gapSize: members.length,
      };
    }),
  );
}

interface Found {
  readonly kept: readonly Pair[];
  readonly changed: readonly Pair[];
  readonly regroupings: readonly Regrouping[];
  readonly moves: readonly (Pair & { readonly isExact: boolean })[];
}

function inReadingOrder(beforeCount: number, afterCount: number, found: Found): Match[] {
  const fixed: { before: readonly number[]; after: readonly number[]; match: Match }[] = [
    ...found.kept.map((pair) => one('same', pair)),
    ...found.changed.map((pair) => one('changed', pair)),
    ...found.regroupings.map(({ kind, before, after }) => ({
      before,
      after,
      match: { kind, before, after },
    })),
  ].toSorted((a, b) => (a.before[0] as number) - (b.before[0] as number));
  const leaving = new Map(found.moves.map((move) => [move.before, move]));
  const coming = new Map(found.moves.map((move) => [move.after, move]));

  const matches: Match[] = [];
  let aNow = 0;
  let bNow = 0;
  const fill = (aEnd: number, bEnd: number) => {
    for (; aNow < aEnd; aNow++) {
      const move = leaving.get(aNow);
      matches.push(move ? { kind: 'moved-away', ...placesOf(move) } : { kind: 'removed', before: aNow });
    }
    for (; bNow < bEnd; bNow++) {
      const move = coming.get(bNow);
      matches.push(move ? { kind: 'moved', ...placesOf(move) } : { kind: 'added', after: bNow });
    }
  };
  for (const { before, after, match } of fixed) {
    fill(before[0] as number, after[0] as number);
    matches.push(match);
    aNow = (before.at(-1) as number) + 1;
    bNow = (after.at(-1) as number) + 1;
  }
  fill(beforeCount, afterCount);
  return matches;
}

function one(kind: 'same' | 'changed', { before, after }: Pair) {
  return { before: [before], after: [after], match: { kind, before, after } as const };
}

function placesOf({ before, after, isExact }: Pair & { readonly isExact: boolean }) {
  return { before, after, isExact };
}
