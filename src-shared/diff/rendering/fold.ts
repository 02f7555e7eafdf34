/** Long unchanged stretches put away. */
import type { BlockChange } from '../document-diff.ts';

export type Stretch = { readonly isFolded: boolean; readonly changes: readonly BlockChange[] };

/** Below this, a fold would take as much room as what it hides. */
const leastFolded = 2;

/** The changes in order, in stretches that are shown or folded; `context` unchanged blocks stay on both sides of a change. */
export function foldUnchanged(changes: readonly BlockChange[], context: number): Stretch[] {
  const isNear = nearChange(changes, context);
  const stretches: { isFolded: boolean; changes: BlockChange[] }[] = [];
  changes.forEach((change, at) => {
    const isFolded = !isNear[at];
    const last = stretches.at(-1);
    if (last?.isFolded === isFolded) last.changes.push(change);
    else stretches.push({ isFolded, changes: [change] });
  });
  return stretches.map((stretch) =>
    stretch.changes.length < leastFolded ? { ...stretch, isFolded: false } : stretch,
  );
}

function nearChange(changes: readonly BlockChange[], context: number): boolean[] {
  const near = changes.map(() => false);
  const walk = (from: number, step: number) => {
    let since = Infinity;
    for (let at = from; at >= 0 && at < changes.length; at += step) {
      since = changes[at]?.kind === 'same' ? since + 1 : 0;
      if (since <= context) near[at] = true;
    }
  };
  walk(0, 1);
  walk(changes.length - 1, -1);
  return near;
}
