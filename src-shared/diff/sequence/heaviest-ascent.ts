/** Which pairs keep their order: the heaviest increasing subsequence, by a Fenwick tree of maxima, O(n log n). */
export interface WeighedPair {
  readonly before: number;
  readonly after: number;
  readonly weight: number;
}

/** The pairs that can all stay in place at once, heaviest in sum; the others have moved. `pairs` ascend by `before`. */
export function heaviestAscent<Pair extends WeighedPair>(pairs: readonly Pair[]): Pair[] {
  const ranks = rankOf(pairs);
  // At each place of the tree, the pair that ends the heaviest chain among those it stands for.
  const tree = new Int32Array(pairs.length + 1).fill(-1);
  const sums = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  let best = -1;
  pairs.forEach((pair, index) => {
    const rank = ranks[index] as number;
    let before = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) before = heavier(before, tree[at] as number, sums);
    previous[index] = before;
    sums[index] = pair.weight + (before < 0 ? 0 : (sums[before] as number));
    for (let at = rank; at < tree.length; at += at & -at) tree[at] = heavier(tree[at] as number, index, sums);
    best = heavier(best, index, sums);
  });
  const kept: Pair[] = [];
  for (let at = best; at >= 0; at = previous[at] as number) kept.push(pairs[at] as Pair);
  return kept.toReversed();
}

function heavier(one: number, other: number, sums: Float64Array): number {
  if (one < 0) return other;
  if (other < 0) return one;
  return (sums[other] as number) > (sums[one] as number) ? other : one;
}

/** Each pair's place among all by `after`, from 1. */
function rankOf(pairs: readonly WeighedPair[]): Int32Array {
  const order = pairs
    .map((pair, index) => ({ after: pair.after, index }))
    .toSorted((one, other) => one.after - other.after);
  const ranks = new Int32Array(pairs.length);
  order.forEach(({ index }, rank) => (ranks[index] = rank + 1));
  return ranks;
}
