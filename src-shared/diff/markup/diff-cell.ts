/** The content of one cell compared. */
import type { BlockJson } from '../../document/serialized.ts';
import type { BlockChange } from '../document-diff.ts';
import { diffInline } from '../words/diff-inline.ts';
import type { DiffBlocks } from './diff-markup.ts';

/** A cell that says something else is still that cell, so one paragraph in it is always compared with the other by word. */
export function diffCell(
  before: readonly BlockJson[],
  after: readonly BlockJson[],
  diffBlocks: DiffBlocks,
): BlockChange[] {
  const [old, now] = [before[0], after[0]];
  const areSingle = before.length === 1 && after.length === 1;
  if (areSingle && old?.type === 'paragraph' && now?.type === 'paragraph') {
    const runs = diffInline(old.children, now.children);
    return [
      {
        kind: 'changed',
        id: 'b0-a0',
        before: { index: 0, block: old },
        after: { index: 0, block: now },
        content: { kind: 'inline', runs },
        attributes: [],
      },
    ];
  }
  return diffBlocks(before, after);
}
