/** Paragraphs that were split or merged: a changed pair whose missing words stand in a neighbour that has no pair. */
import { containment } from './features.ts';
import type { Rest, SimilarPair } from './similar-pairs.ts';

export interface Regrouping {
  readonly kind: 'split' | 'merged';
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The pair it grew from. */
  readonly seed: SimilarPair;
}

/** One side's units that are not the same on the other, by index; `free` are those without a pair. */
export interface Side {
  readonly rest: ReadonlyMap<number, Rest>;
  readonly free: Set<number>;
}

export function sideOf(rest: readonly Rest[], paired: readonly number[]): Side {
  const free = new Set(rest.map(({ index }) => index));
  for (const index of paired) free.delete(index);
  return { rest: new Map(rest.map((member) => [member.index, member])), free };
}

/** How much of a neighbour must have stood in the other side's unit. */
const leastContained = 0.6;

/** Takes the neighbours it finds out of `free`. */
export function findRegroupings(changed: readonly SimilarPair[], before: Side, after: Side): Regrouping[] {
  return changed.flatMap((seed): Regrouping[] => {
    const from = before.rest.get(seed.before);
    const to = after.rest.get(seed.after);
    if (!from?.unit.isSplittable || !to?.unit.isSplittable) return [];
    const pieces = grow(to, from, after);
    if (pieces.length > 1) return [{ kind: 'split', before: [from.index], after: pieces, seed }];
    const sources = grow(from, to, before);
    if (sources.length > 1) return [{ kind: 'merged', before: sources, after: [to.index], seed }];
    return [];
  });
}

/** The unit and its free neighbours on both sides, as far as they are made of what `whole` said. */
function grow(unit: Rest, whole: Rest, { rest, free }: Side): number[] {
  const isPart = (index: number) => {
    const neighbour = rest.get(index);
    return (
      neighbour?.unit.isSplittable === true &&
      free.has(index) &&
      containment(neighbour.features, whole.features, unit.features) >= leastContained
    );
  };
  let first = unit.index;
  let last = unit.index;
  while (isPart(first - 1)) first -= 1;
  while (isPart(last + 1)) last += 1;
  const group = Array.from({ length: last - first + 1 }, (_value, step) => first + step);
  for (const index of group) free.delete(index);
  return group;
}
