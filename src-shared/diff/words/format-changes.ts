/** What changed in the marks of a text whose words stayed. */
import { textFormat } from '../../document/serialized.ts';
import type { FormatChange, FormatName } from '../document-diff.ts';
import type { Leaf } from './flat-inline.ts';

const formats = Object.entries(textFormat) as [Exclude<FormatName, 'link' | 'other'>, number][];

export function formatChanges(before: Leaf, after: Leaf): FormatChange[] {
  const changes: FormatChange[] = formats
    .filter(([, bit]) => (before.format & bit) !== (after.format & bit))
    .map(([format, bit]) => ({ format, change: after.format & bit ? 'added' : 'removed' }));
  const link = linkChange(before, after);
  if (link) changes.push(link);
  return changes.length > 0 ? changes : [{ format: 'other', change: 'changed' }];
}

function linkChange({ link: before }: Leaf, { link: after }: Leaf): FormatChange | null {
  if (!before && !after) return null;
  const addresses = { before: before?.url ?? null, after: after?.url ?? null };
  if (!before) return { format: 'link', change: 'added', ...addresses };
  if (!after) return { format: 'link', change: 'removed', ...addresses };
  const isSame =
    before.url === after.url &&
    before.target === after.target &&
    before.rel === after.rel &&
    before.title === after.title;
  return isSame ? null : { format: 'link', change: 'changed', ...addresses };
}
