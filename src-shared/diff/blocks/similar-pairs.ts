/** Which of the units left over are one another, changed: likeness by shared words, found through an inverted index. */
import { likeness, type Features } from './features.ts';
import { invertedIndex } from './inverted-index.ts';
import type { WeighedPair } from '../sequence/heaviest-ascent.ts';
import type { Unit } from './unit.ts';

/** A unit that has no equal on the other side. */
export interface Rest {
  readonly index: number;
  readonly unit: Unit;
  readonly wordCount: number;
  readonly features: Features;
  /** Which stretch between two kept units it stands in, and its place among the rest there. */
  readonly gap: number;
  readonly placeInGap: number;
  /** How many of its side stand in the same stretch. */
  readonly gapSize: number;
}

/** Its weight is what it is worth that both stay in place. */
export interface SimilarPair extends WeighedPair {
  readonly likeness: number;
  /** Both stand in the same stretch. */
  readonly isInGap: boolean;
  /** Of the shorter one. */
  readonly wordCount: number;
}

/** Words in more units than this say little of any one of them. */
const commonAt = 12;
const candidatesEach = 4;
/** As alike as this at the same place, a unit need not be sought elsewhere. */
const sureLikeness = 0.75;
/** Less alike than this, two units are not one. */
const leastLikeness = 0.2;
/** What has gone elsewhere must be this much alike to be the same. */
const leastMoved = 0.6;
const leastMovedWords = 4;
/** Alone in its place and this short, a unit was simply rewritten. */
const shortWords = 8;

/** One-to-one pairs, the most alike first. */
export function similarPairs(before: readonly Rest[], after: readonly Rest[]): SimilarPair[] {
  const there = byPlace(before, after);
  const unitsWith = invertedIndex(before);
  const byIndex = {
    before: new Map(before.map((rest) => [rest.index, rest])),
    after: new Map(after.map((rest) => [rest.index, rest])),
  };
  const sure = there.filter(
    (pair) =>
      pair.likeness >= sureLikeness &&
      sharesItsOwn(byIndex.before.get(pair.before) as Rest, byIndex.after.get(pair.after) as Rest, unitsWith),
  );
  const sureBefore = new Set(sure.map((pair) => pair.before));
  const sureAfter = new Set(sure.map((pair) => pair.after));
  const elsewhere = byWords(
    before.filter(({ index }) => !sureBefore.has(index)),
    after.filter(({ index }) => !sureAfter.has(index)),
  );
  const found = [...there, ...elsewhere].toSorted(
    (one, other) => other.likeness - one.likeness || one.before - other.before || one.after - other.after,
  );
  const usedBefore = new Set<number>();
  const usedAfter = new Set<number>();
  return found.filter(({ before: from, after: to }) => {
    if (usedBefore.has(from) || usedAfter.has(to)) return false;
    usedBefore.add(from);
    usedAfter.add(to);
    return true;
  });
}

/** Whether they share something that no other unit before has: of units that are all alike, one more is no proof. */
function sharesItsOwn(
  { features: old }: Rest,
  { features: now }: Rest,
  unitsWith: ReturnType<typeof invertedIndex>,
): boolean {
  const known = new Set(now);
  return old.some((feature) => known.has(feature) && unitsWith(feature).length === 1);
}

/** Those at the same place of the same stretch are worth a look, however common their words. */
function byPlace(before: readonly Rest[], after: readonly Rest[]): SimilarPair[] {
  const there = new Map(after.map((rest) => [`${rest.gap} ${rest.placeInGap}`, rest]));
  return before.flatMap((rest) => {
    const other = there.get(`${rest.gap} ${rest.placeInGap}`);
    return other ? judged(rest, other) : [];
  });
}

function byWords(before: readonly Rest[], after: readonly Rest[]): SimilarPair[] {
  const unitsWith = invertedIndex(before);
  const hits = new Int32Array(before.length);
  return after.flatMap((rest) => {
    const touched: number[] = [];
    for (const feature of rest.features) {
      const found = unitsWith(feature);
      if (found.length > commonAt) continue;
      for (const at of found) {
        if (hits[at] === 0) touched.push(at);
        hits[at] = (hits[at] as number) + 1;
      }
    }
    const best = touched.toSorted((one, other) => (hits[other] as number) - (hits[one] as number));
    const pairs = best.slice(0, candidatesEach).flatMap((at) => judged(before[at] as Rest, rest));
    for (const at of touched) hits[at] = 0;
    return pairs;
  });
}

function judged(before: Rest, after: Rest): SimilarPair[] {
  if (before.unit.family !== after.unit.family) return [];
  const isInGap = before.gap === after.gap;
  const alike = likeness(before.features, after.features);
  const isRewritten =
    isInGap &&
    before.gapSize === 1 &&
    after.gapSize === 1 &&
    Math.max(before.wordCount, after.wordCount) <= shortWords;
  const pair = {
    before: before.index,
    after: after.index,
    likeness: alike,
    weight: 1 + alike,
    isInGap,
    wordCount: Math.min(before.wordCount, after.wordCount),
  };
  const isOne = isInGap ? alike >= leastLikeness : mayHaveMoved(pair);
  return isOne || isRewritten ? [pair] : [];
}

/** Whether a pair is alike enough to be shown as moved and changed. */
export function mayHaveMoved({ likeness: alike, wordCount }: SimilarPair): boolean {
  return alike >= leastMoved && wordCount >= leastMovedWords;
}
