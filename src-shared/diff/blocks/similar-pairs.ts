/** Which of the units left over are one another, changed: likeness by shared words, found through an inverted index. */
import { likeness, type Features } from './features.ts';
import type { WeighedPair } from '../sequence/heaviest-ascent.ts';
import type { Unit } from './unit.ts';

/** A unit that has no equal on the other side. */
export interface Rest {
  readonly index: number;
  readonly unit: Unit;
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
}

/** Words in more units than this say little of any one of them. */
const commonAt = 12;
const candidatesEach = 4;
/** Less alike than this, two units are not one. */
const leastLikeness = 0.3;
/** What has gone elsewhere must be this much alike to be the same. */
const leastMoved = 0.6;
const leastMovedWords = 4;
/** Alone in its place and this short, a unit was simply rewritten. */
const shortWords = 8;

/** One-to-one pairs, the most alike first. */
export function similarPairs(before: readonly Rest[], after: readonly Rest[]): SimilarPair[] {
  const found = [...byPlace(before, after), ...byWords(before, after)].toSorted(
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

/** Those at the same place of the same stretch are worth a look, however common their words. */
function byPlace(before: readonly Rest[], after: readonly Rest[]): SimilarPair[] {
  const there = new Map(after.map((rest) => [`${rest.gap} ${rest.placeInGap}`, rest]));
  return before.flatMap((rest) => {
    const other = there.get(`${rest.gap} ${rest.placeInGap}`);
    return other ? judged(rest, other) : [];
  });
}

function byWords(before: readonly Rest[], after: readonly Rest[]): SimilarPair[] {
  const postings = new Map<number, number[]>();
  before.forEach(({ features }, at) => {
    for (const feature of features) {
      const list = postings.get(feature);
      if (list) list.push(at);
      else postings.set(feature, [at]);
    }
  });
  const hits = new Int32Array(before.length);
  return after.flatMap((rest) => {
    const touched: number[] = [];
    for (const feature of rest.features) {
      const list = postings.get(feature);
      if (!list || list.length > commonAt) continue;
      for (const at of list) {
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
    Math.max(before.unit.words.length, after.unit.words.length) <= shortWords;
  const words = Math.min(before.unit.words.length, after.unit.words.length);
  const isOne = isInGap ? alike >= leastLikeness : alike >= leastMoved && words >= leastMovedWords;
  if (!isOne && !isRewritten) return [];
  return [{ before: before.index, after: after.index, likeness: alike, weight: 1 + alike, isInGap }];
}

/** Whether a pair is alike enough to be shown as moved and changed. */
export function mayHaveMoved({ likeness: alike }: SimilarPair, words: number): boolean {
  return alike >= leastMoved && words >= leastMovedWords;
}
