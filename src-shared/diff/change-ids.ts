/** Every change a person can step to or choose, in the order of the document: fields first, then blocks. */
import type { DocumentDiff } from './document-diff.ts';

/** A move is one change and stands where the block is now. */
export function changeIds({ fields, blocks }: Pick<DocumentDiff, 'fields' | 'blocks'>): string[] {
  return [
    ...fields.map(({ id }) => id),
    ...blocks.filter(({ kind }) => kind !== 'same' && kind !== 'moved-away').map(({ id }) => id),
  ];
}
