/**
 * Which items of two sequences stay: Myers' O(ND) in linear space (Myers 1986, section 4b), with git's way out of hard
 * cases (xdiff's `mxcost`): where no common path is found soon, the best one so far is taken. Never quadratic, always an
 * answer; the libraries on offer give up without one.
 */

/** For each item of `before` its place in `after`, or -1. The places ascend. Items are equal when their numbers are. */
export function alignSequences(before: Int32Array, after: Int32Array): Int32Array {
  const matches = new Int32Array(before.length).fill(-1);
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) matches[start] = start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1])
    matches[--endBefore] = --endAfter;

  // What the other side does not have cannot match: without it the longest common part is the same.
  const left = keptOf(before, start, endBefore, after, start, endAfter);
  const right = keptOf(after, start, endAfter, before, start, endBefore);
  if (left.items.length === 0 || right.items.length === 0) return matches;
  new Alignment(left.items, right.items, (a, b) => {
    matches[left.places[a] as number] = right.places[b] as number;
  }).run();
  return matches;
}

interface Kept {
  readonly items: Int32Array;
  readonly places: Int32Array;
}

function keptOf(
  own: Int32Array,
  from: number,
  to: number,
  other: Int32Array,
  otherFrom: number,
  otherTo: number,
): Kept {
  const known = new Set<number>();
  for (let at = otherFrom; at < otherTo; at++) known.add(other[at] as number);
  const places = new Int32Array(to - from);
  let count = 0;
  for (let at = from; at < to; at++) if (known.has(own[at] as number)) places[count++] = at;
  const kept = places.subarray(0, count);
  return { items: kept.map((at) => own[at] as number), places: kept };
}

/** Steps one search may take, in all; the bound on a single search follows from it and the length. */
const effort = 10_000_000;
const leastCost = 64;

class Alignment {
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #forward: Int32Array;
  readonly #backward: Int32Array;
  readonly #origin: number;
  readonly #maxCost: number;
  readonly #match: (a: number, b: number) => void;

  constructor(a: Int32Array, b: Int32Array, match: (a: number, b: number) => void) {
    this.#a = a;
    this.#b = b;
    this.#match = match;
    this.#forward = new Int32Array(a.length + b.length + 3);
    this.#backward = new Int32Array(a.length + b.length + 3);
    this.#origin = b.length + 1;
    this.#maxCost = Math.max(leastCost, Math.floor(effort / (a.length + b.length)));
  }

  run(): void {
    // A stack of its own: hard cases are cut in many small steps, deeper than the engine's stack would go.
    const boxes: [number, number, number, number][] = [[0, this.#a.length, 0, this.#b.length]];
    for (let box = boxes.pop(); box; box = boxes.pop()) {
      let [aStart, aEnd, bStart, bEnd] = box;
      while (aStart < aEnd && bStart < bEnd && this.#a[aStart] === this.#b[bStart])
        this.#match(aStart++, bStart++);
      while (aStart < aEnd && bStart < bEnd && this.#a[aEnd - 1] === this.#b[bEnd - 1])
        this.#match(--aEnd, --bEnd);
      if (aStart === aEnd || bStart === bEnd) continue;
      const [aCut, bCut] = this.#cut(aStart, aEnd, bStart, bEnd);
      boxes.push([aStart, aCut, bStart, bCut], [aCut, aEnd, bCut, bEnd]);
    }
  }

  /** A place on a shortest path through the box, or on a good one when the shortest is too far to seek. */
  #cut(aStart: number, aEnd: number, bStart: number, bEnd: number): [number, number] {
    const a = this.#a;
    const b = this.#b;
    const forward = this.#forward;
    const backward = this.#backward;
    const origin = this.#origin;
    // Diagonals are x - y; the arrays hold the furthest x on each.
    const least = aStart - bEnd;
    const most = aEnd - bStart;
    const forwardMiddle = aStart - bStart;
    const backwardMiddle = aEnd - bEnd;
    const isOdd = ((forwardMiddle - backwardMiddle) & 1) !== 0;
    let forwardLeast = forwardMiddle;
    let forwardMost = forwardMiddle;
    let backwardLeast = backwardMiddle;
    let backwardMost = backwardMiddle;
    forward[origin + forwardMiddle] = aStart;
    backward[origin + backwardMiddle] = aEnd;

    for (let cost = 1; ; cost++) {
      if (forwardLeast > least) forward[origin + --forwardLeast - 1] = -1;
      else forwardLeast += 1;
      if (forwardMost < most) forward[origin + ++forwardMost + 1] = -1;
      else forwardMost -= 1;
      for (let d = forwardMost; d >= forwardLeast; d -= 2) {
        const below = forward[origin + d - 1] as number;
        const above = forward[origin + d + 1] as number;
        let x = below >= above ? below + 1 : above;
        let y = x - d;
        while (x < aEnd && y < bEnd && a[x] === b[y]) {
          x += 1;
          y += 1;
        }
        forward[origin + d] = x;
        if (isOdd && d >= backwardLeast && d <= backwardMost && (backward[origin + d] as number) <= x)
          return [x, y];
      }

      if (backwardLeast > least) backward[origin + --backwardLeast - 1] = far;
      else backwardLeast += 1;
      if (backwardMost < most) backward[origin + ++backwardMost + 1] = far;
      else backwardMost -= 1;
      for (let d = backwardMost; d >= backwardLeast; d -= 2) {
        const below = backward[origin + d - 1] as number;
        const above = backward[origin + d + 1] as number;
        let x = below < above ? below : above - 1;
        let y = x - d;
        while (x > aStart && y > bStart && a[x - 1] === b[y - 1]) {
          x -= 1;
          y -= 1;
        }
        backward[origin + d] = x;
        if (!isOdd && d >= forwardLeast && d <= forwardMost && x <= (forward[origin + d] as number))
          return [x, y];
      }

      if (cost >= this.#maxCost) {
        const ahead = furthest(forward, origin, forwardLeast, forwardMost, aEnd, bEnd);
        if (ahead[0] + ahead[1] > aStart + bStart) return ahead;
      }
    }
  }
}

const far = 0x3fffffff;

/** The place that the forward search has come furthest to, within the box. */
function furthest(
  forward: Int32Array,
  origin: number,
  from: number,
  to: number,
  aEnd: number,
  bEnd: number,
): [number, number] {
  let best: [number, number] = [-1, -1];
  for (let d = to; d >= from; d -= 2) {
    const x = Math.min(forward[origin + d] as number, aEnd);
    const y = x - d;
    if (y <= bEnd && x + y > best[0] + best[1]) best = y < 0 ? best : [x, y];
  }
  return best;
}
