/** Units that are the same on both sides: those that stayed in order, and those that moved. */
import { alignSequences } from '../sequence/align-sequences.ts';
import { heaviestAscent, type WeighedPair } from '../sequence/heaviest-ascent.ts';
import type { Unit } from './unit.ts';

export interface Pair {
  readonly before: number;
  readonly after: number;
}

/**
 * Patience first: of the units that each side has once, as many as possible stay. Between them Myers finds the others.
 * What is left and equal has moved, unless it says nothing (an empty paragraph, a divider). All ascend by `before`.
 */
export function exactPairs(before: readonly Unit[], after: readonly Unit[]): { kept: Pair[]; moved: Pair[] } {
  const numbers = new Map<string, number>();
  const number = ({ signature }: Unit) => {
    let found = numbers.get(signature);
    if (found === undefined) numbers.set(signature, (found = numbers.size));
    return found;
  };
  const a = Int32Array.from(before, number);
  const b = Int32Array.from(after, number);

  const anchors = heaviestAscent(uniquePairs(a, b, before, numbers.size));
  const kept: Pair[] = [];
  let aNow = 0;
  let bNow = 0;
  for (const anchor of [...anchors, { before: a.length, after: b.length }]) {
    alignSequences(a.subarray(aNow, anchor.before), b.subarray(bNow, anchor.after)).forEach((match, at) => {
      if (match >= 0) kept.push({ before: aNow + at, after: bNow + match });
    });
    if (anchor.before < a.length) kept.push({ before: anchor.before, after: anchor.after });
    aNow = anchor.before + 1;
    bNow = anchor.after + 1;
  }
  return { kept, moved: movedPairs(a, b, kept, before) };
}

/** Pairs of what each side has exactly once; long ones weigh a little more, for moving little reads better. */
function uniquePairs(a: Int32Array, b: Int32Array, units: readonly Unit[], count: number): WeighedPair[] {
  const aPlaces = onlyPlaces(a, count);
  const bPlaces = onlyPlaces(b, count);
  const pairs: WeighedPair[] = [];
  a.forEach((value, at) => {
    const other = bPlaces[value] as number;
    if (aPlaces[value] !== at || other < 0) return;
    pairs.push({ before: at, after: other, weight: 1_000 + Math.min(999, units[at]?.size ?? 0) });
  });
  return pairs;
}

/** For each value its place, or -1 where there is none or more than one. */
function onlyPlaces(values: Int32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  const seen = new Uint8Array(count);
  values.forEach((value, at) => {
    places[value] = seen[value] ? -1 : at;
    seen[value] = 1;
  });
  return places;
}

function movedPairs(a: Int32Array, b: Int32Array, kept: readonly Pair[], units: readonly Unit[]): Pair[] {
  const aKept = new Set(kept.map(({ before }) => before));
  const bKept = new Set(kept.map(({ after }) => after));
  const waiting = new Map<number, number[]>();
  b.forEach((value, at) => {
    if (bKept.has(at)) return;
    const places = waiting.get(value);
    if (places) places.push(at);
    else waiting.set(value, [at]);
  });
  for (const places of waiting.values()) places.reverse();
  const moved: Pair[] = [];
  a.forEach((value, at) => {
    if (aKept.has(at) || !waiting.has(value) || units[at]?.words().length === 0) return;
    const place = waiting.get(value)?.pop();
    if (place !== undefined) moved.push({ before: at, after: place });
  });
  return moved;
}
