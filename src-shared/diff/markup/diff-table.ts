/** Two tables compared: their columns, their rows, and the words in their cells. */
import type { TableCellChange, TableContent, TableRowChange } from '../document-diff.ts';
import { diffInline } from '../words/diff-inline.ts';
import { diffCell } from './diff-cell.ts';
import type { DiffBlocks } from './diff-markup.ts';
import { matchColumns, type ColumnMatch } from './match-columns.ts';
import { matchRows, type RowMatch } from './match-rows.ts';
import type { TableCell } from './read-row.ts';
import type { Table } from './read-table.ts';

export interface ComparedTable {
  readonly content: Omit<TableContent, 'notation'>;
  /** Something of the change shows in the table. */
  readonly isSeen: boolean;
  /** Something of it does not: attributes, or what stands around the rows. */
  readonly hasOther: boolean;
}

/** Null when setting the cells side by side would be a guess: cells over several rows or columns, or uneven rows. */
export function diffTable(before: Table, after: Table, diffBlocks: DiffBlocks): ComparedTable | null {
  const plan = planOf(before, after);
  if (plan === null) return null;
  const rows = plan.rows.map((match) => rowOf(match, plan.columns, before, after, diffBlocks));
  const caption = diffInline(before.caption, after.caption);
  const content = { kind: 'table', columns: plan.columns.map(({ kind }) => kind), rows, caption } as const;
  return {
    content,
    isSeen:
      rows.some(({ kind, cells }) => kind !== 'same' || cells.some((cell) => cell && cell.kind !== 'same')) ||
      caption.some(({ kind }) => kind !== 'same'),
    hasOther:
      before.frame !== after.frame ||
      isOtherCaption(before, after) ||
      plan.rows.some((match) => hasOtherMarkup(match, plan, before, after)),
  };
}

interface Plan {
  readonly columns: readonly ColumnMatch[];
  readonly rows: readonly RowMatch[];
}

function planOf(before: Table, after: Table): Plan | null {
  if (isRegular(before) && isRegular(after)) {
    const columns = matchColumns(before, after);
    return { columns, rows: matchRows(before, after, columns) };
  }
  // Of the same shape, every cell is where it was.
  if (shapeOf(before) !== shapeOf(after)) return null;
  const width = Math.max(...before.rows.map(({ cells }) => cells.length));
  const columns = Array.from(
    { length: width },
    (_value, at) => ({ kind: 'same', before: at, after: at }) as const,
  );
  const rows = before.rows.map((row, at): RowMatch => {
    const other = after.rows[at] as typeof row;
    const isSame = row.cells.every((cell, column) => cell.key === other.cells[column]?.key);
    return { kind: isSame ? 'same' : 'changed', before: at, after: at };
  });
  return { columns, rows };
}

function isRegular({ rows }: Table): boolean {
  const width = rows[0]?.cells.length;
  return rows.every(
    ({ cells }) =>
      cells.length === width && cells.every(({ colSpan, rowSpan }) => colSpan === 1 && rowSpan === 1),
  );
}

function shapeOf({ rows }: Table): string {
  return JSON.stringify(
    rows.map(({ section, cells }) => [
      section,
      cells.map(({ tag, colSpan, rowSpan }) => [tag, colSpan, rowSpan]),
    ]),
  );
}

function rowOf(
  match: RowMatch,
  columns: readonly ColumnMatch[],
  before: Table,
  after: Table,
  diffBlocks: DiffBlocks,
): TableRowChange {
  const old = 'before' in match ? before.rows[match.before] : undefined;
  const now = 'after' in match ? after.rows[match.after] : undefined;
  const isGone = match.kind === 'removed' || match.kind === 'moved-away';
  // Of uneven rows, set side by side as they stand, each has its own cells only.
  const width = now?.cells.length ?? 0;
  const isUneven = old?.cells.length === now?.cells.length && columns.every(({ kind }) => kind === 'same');
  const cells = (isUneven ? columns.slice(0, width) : columns).map((column): TableCellChange | null => {
    const oldCell = column.kind === 'added' || match.kind === 'added' ? undefined : old?.cells[column.before];
    const nowCell = column.kind === 'removed' || isGone ? undefined : now?.cells[column.after];
    return cellOf(oldCell, nowCell, diffBlocks);
  });
  const section = (isGone ? old : now)?.section ?? 'body';
  return {
    kind: match.kind,
    section,
    cells,
    before: 'before' in match ? match.before : null,
    after: 'after' in match ? match.after : null,
  };
}

function cellOf(
  old: TableCell | undefined,
  now: TableCell | undefined,
  diffBlocks: DiffBlocks,
): TableCellChange | null {
  const cell = now ?? old;
  if (!cell) return null;
  const { tag, colSpan, rowSpan } = cell;
  const facts = { tag, colSpan, rowSpan };
  if (old && now && old.key !== now.key)
    return { kind: 'changed', ...facts, changes: diffCell(old.blocks, now.blocks, diffBlocks) };
  return { kind: old && now ? 'same' : now ? 'added' : 'removed', ...facts, blocks: cell.blocks };
}

/** Of a caption that is on one side only, there is nothing that is not seen. */
function isOtherCaption({ unseenInCaption: old }: Table, { unseenInCaption: now }: Table): boolean {
  return old !== '' && now !== '' && old !== now;
}

/** Whether a row that is on both sides differs in what no cell shows. */
function hasOtherMarkup(match: RowMatch, { columns }: Plan, before: Table, after: Table): boolean {
  if (match.kind === 'added' || match.kind === 'removed') return false;
  const old = before.rows[match.before];
  const now = after.rows[match.after];
  if (!old || !now || old.raw === now.raw) return false;
  const isWhole = columns.every(({ kind }) => kind === 'same');
  if (match.kind === 'same' && isWhole) return true;
  const isOtherCell = (column: ColumnMatch) => {
    if (column.kind !== 'same') return false;
    const [oldCell, nowCell] = [old.cells[column.before], now.cells[column.after]];
    return (
      oldCell?.tag !== nowCell?.tag ||
      oldCell?.attributes !== nowCell?.attributes ||
      oldCell?.unseen !== nowCell?.unseen
    );
  };
  return old.section !== now.section || old.attributes !== now.attributes || columns.some(isOtherCell);
}
