/** Some of the changes of a comparison taken over: what restoring block by block is made of. */
import { blocksOf, paragraph, type BlockJson } from '../document/serialized.ts';
import type { PostDocument } from '../document/post-document.ts';
import { assemble } from './assemble.ts';
import { changeIds } from './change-ids.ts';
import type { BlockChange, DocumentDiff } from './document-diff.ts';

/**
 * `before` with the changes whose ids are chosen: with all of them exactly the document after, with none `before`.
 * `before` must be the document that was compared. Differences no reader sees come along with all changes, and where
 * there is no change to choose, not at all. Where no block is left, an empty paragraph is.
 */
export function applyChanges(
  before: PostDocument,
  diff: DocumentDiff,
  chosen: ReadonlySet<string>,
): PostDocument {
  const ids = changeIds(diff);
  const isWhole = ids.length > 0 && ids.every((id) => chosen.has(id));
  const blocks = diff.blocks.flatMap((change) => blocksAfter(change, chosen, isWhole));
  const taken = Object.fromEntries(
    diff.fields.filter(({ id }) => chosen.has(id)).map(({ field, after }) => [field, after]),
  );
  if (isWhole) return assemble(diff.frame, diff.frame, blocks);
  // An editor needs a block to write in.
  const isEmptied = blocks.length === 0 && blocksOf(before.body).length > 0;
  return assemble(before, { ...before, ...taken }, isEmptied ? [paragraph()] : blocks);
}

function blocksAfter(change: BlockChange, chosen: ReadonlySet<string>, isWhole: boolean): BlockJson[] {
  const isChosen = chosen.has(change.id);
  switch (change.kind) {
    case 'same':
      return [(isWhole ? change.after : change.before).block];
    case 'changed':
      return [(isChosen ? change.after : change.before).block];
    case 'added':
      return isChosen ? [change.after.block] : [];
    case 'removed':
      return isChosen ? [] : [change.before.block];
    case 'moved':
      return isChosen ? [change.after.block] : [];
    case 'moved-away':
      return chosen.has(change.of) ? [] : [change.before.block];
    case 'split':
    case 'merged':
      return (isChosen ? change.after : change.before).map(({ block }) => block);
  }
}
