/** How alike units are: by the words and pairs of words they share (Sørensen–Dice). */
import type { Unit } from './unit.ts';

/** Numbers of a unit's words and word pairs, ascending, each once. */
export type Features = Int32Array;

export function createFeatures(): (words: ReturnType<Unit['words']>) => Features {
  const words = new Map<string, number>();
  return (said) => {
    const found = new Int32Array(said.length * 2);
    let count = 0;
    let previous = -1;
    for (const word of said) {
      let id = words.get(word);
      if (id === undefined) words.set(word, (id = words.size));
      found[count++] = id;
      // A pair's number is a hash: two pairs with one number only make two texts look a little more alike.
      if (previous >= 0)
        found[count++] = (Math.imul(previous + 1, 0x9e3779b1) ^ Math.imul(id + 1, 0x85ebca6b)) | 0x40000000;
      previous = id;
    }
    return unique(found.subarray(0, count).toSorted());
  };
}

function unique(sorted: Int32Array): Int32Array {
  let count = 0;
  for (const value of sorted) if (count === 0 || sorted[count - 1] !== value) sorted[count++] = value;
  return sorted.subarray(0, count);
}

/** From 0, nothing in common, to 1. */
export function likeness(a: Features, b: Features): number {
  return a.length + b.length === 0 ? 0 : (2 * shared(a, b)) / (a.length + b.length);
}

/** How much of `part` is found in `whole` but not in `elsewhere`, from 0 to 1. */
export function containment(part: Features, whole: Features, elsewhere: Features): number {
  if (part.length === 0) return 0;
  const known = new Set(elsewhere);
  const own = part.filter((value) => !known.has(value));
  return shared(own, whole) / part.length;
}

function shared(a: Features, b: Features): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) count += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return count;
}
