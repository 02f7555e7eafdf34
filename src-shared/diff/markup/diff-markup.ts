/** Two blocks that are kept as they are, compared by what a reader sees of them, and only else by their notation. */
import type { BlockJson, OpaqueJson } from '../../document/serialized.ts';
import type { BlockChange, BlockContent } from '../document-diff.ts';
import { diffText } from '../words/diff-text.ts';
import { diffTable } from './diff-table.ts';
import { readParts } from './read-parts.ts';
import { readTable, type KnownRows } from './read-table.ts';
import { tagsOf } from './unseen-tags.ts';

export type DiffBlocks = (before: readonly BlockJson[], after: readonly BlockJson[]) => BlockChange[];

export function diffMarkup(before: OpaqueJson, after: OpaqueJson, diffBlocks: DiffBlocks): BlockContent {
  const raw = (reason: Extract<BlockContent, { kind: 'raw' }>['reason']): BlockContent => ({
    kind: 'raw',
    runs: diffText(before.raw, after.raw),
    reason,
  });
  // Then only what it is called is another.
  if (before.raw === after.raw) return raw(null);
  const rows: KnownRows = new Map();
  const old = readTable(before.raw, rows);
  const now = readTable(after.raw, rows);
  if (old && now) {
    const table = diffTable(old, now, diffBlocks);
    if (table === null) return raw('table');
    if (!table.isSeen) return raw('same-words');
    const { hasOther, content } = table;
    return { ...content, notation: hasOther ? diffText(before.raw, after.raw) : null };
  }
  // A table beside something else is one part, and stays the table it is.
  const parts = old ? [before] : readParts(before.raw);
  const partsNow = now ? [after] : readParts(after.raw);
  if (!parts || !partsNow) return raw([before, after].some(holdsTable) ? 'table' : null);
  const changes = diffBlocks(parts, partsNow);
  if (changes.every(({ kind }) => kind === 'same')) return raw('same-words');
  const isOther = tagsOf(before.raw) !== tagsOf(after.raw);
  return { kind: 'parts', changes, notation: isOther ? diffText(before.raw, after.raw) : null };
}

function holdsTable({ raw }: OpaqueJson): boolean {
  return /<table\b/i.test(raw);
}
