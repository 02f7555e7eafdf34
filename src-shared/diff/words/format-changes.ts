/** What changed in the marks of a text whose words stayed. */
import { textFormat, type LinkJson } from '../../document/serialized.ts';
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
  if (!before) return { format: 'link', change: 'added', before: null, after: after?.url ?? null };
  if (!after) return { format: 'link', change: 'removed', before: before.url, after: null };
  const others = (['target', 'rel', 'title'] as const).filter((name) => before[name] !== after[name]);
  if (before.url === after.url && others.length === 0) return null;
  const told = (link: LinkJson) =>
    [link.url, ...others.map((name) => `${name}="${link[name] ?? ''}"`)].join(' ');
  return { format: 'link', change: 'changed', before: told(before), after: told(after) };
}
