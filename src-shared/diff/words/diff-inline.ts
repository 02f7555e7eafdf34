/** Inline content compared by word, and where the words are the same, by their marks. */
import type { InlineRun } from '../document-diff.ts';
import type { InlineJson } from '../../document/serialized.ts';
import { formatChanges } from './format-changes.ts';
import { flattenInline, leafAt, sliceInline, type FlatInline, type Leaf } from './flat-inline.ts';
import { stretches } from './diff-text.ts';
import { blockBreak } from './tokenise.ts';

/** The runs from one block's content to another's. */
export function diffInline(before: readonly InlineJson[], after: readonly InlineJson[]): InlineRun[] {
  return runsBetween(flattenInline([before]), flattenInline([after]));
}

/**
 * The runs from some blocks' content to some others', as if each side were one text, and parted where the side with
 * several blocks is. One side must be a single block.
 */
export function diffRegrouped(
  before: readonly (readonly InlineJson[])[],
  after: readonly (readonly InlineJson[])[],
): InlineRun[][] {
  const runs = runsBetween(flattenInline(before), flattenInline(after));
  const parts: InlineRun[][] = [[]];
  for (const run of runs) {
    if (!run.text.includes(blockBreak)) {
      parts.at(-1)?.push(run);
      continue;
    }
    // A run is cut at every break in it, and the break itself is none of the text.
    const flat = flattenInline([run.nodes]);
    let start = 0;
    run.text.split(blockBreak).forEach((text, at) => {
      if (at > 0) parts.push([]);
      if (text !== '')
        parts.at(-1)?.push({ kind: run.kind, text, nodes: sliceInline(flat, start, start + text.length) });
      start += text.length + 1;
    });
  }
  return parts;
}

function runsBetween(before: FlatInline, after: FlatInline): InlineRun[] {
  return stretches(before.text, after.text).flatMap(({ kind, start, end, startAfter }): InlineRun[] => {
    if (kind === 'same') return sameRuns(before, after, start, startAfter, end - start);
    const flat = kind === 'added' ? after : before;
    return [{ kind, text: flat.text.slice(start, end), nodes: sliceInline(flat, start, end) }];
  });
}

/** A stretch with the same words on both sides, parted where the marks are other ones. */
function sameRuns(
  before: FlatInline,
  after: FlatInline,
  start: number,
  startAfter: number,
  length: number,
): InlineRun[] {
  const runs: InlineRun[] = [];
  let from = 0;
  let fromLeaves: readonly [Leaf, Leaf] | null = null;
  const close = (to: number) => {
    if (!fromLeaves || to === from) return;
    const text = after.text.slice(startAfter + from, startAfter + to);
    const nodes = sliceInline(after, startAfter + from, startAfter + to);
    const [old, now] = fromLeaves;
    if (old.marks === now.marks) runs.push({ kind: 'same', text, nodes });
    else {
      const nodesBefore = sliceInline(before, start + from, start + to);
      runs.push({ kind: 'format', text, nodes, nodesBefore, formats: formatChanges(old, now) });
    }
  };
  let oldAt = leafAt(before.leaves, start);
  let nowAt = leafAt(after.leaves, startAfter);
  for (let at = 0; at < length;) {
    const old = before.leaves[oldAt] as Leaf;
    const now = after.leaves[nowAt] as Leaf;
    const isOther = !fromLeaves || differently(fromLeaves, old, now);
    if (isOther) {
      close(at);
      from = at;
      fromLeaves = [old, now];
    }
    at = Math.min(old.end - start, now.end - startAfter, length);
    if (old.end - start <= at) oldAt += 1;
    if (now.end - startAfter <= at) nowAt += 1;
  }
  close(length);
  return runs;
}

/** Whether a place changed in another way than the run that is open. */
function differently([firstOld, firstNow]: readonly [Leaf, Leaf], old: Leaf, now: Leaf): boolean {
  const isSame = old.marks === now.marks;
  if (isSame || firstOld.marks === firstNow.marks) return isSame !== (firstOld.marks === firstNow.marks);
  return old.marks !== firstOld.marks || now.marks !== firstNow.marks;
}
