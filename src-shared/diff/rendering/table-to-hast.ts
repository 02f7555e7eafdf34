/** A table, compared or as it is: real rows and cells, each saying what became of it. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { inlineToHast } from '../../document/bridge/inline-to-hast.ts';
import type { TableCellChange, TableContent, TableRowChange } from '../document-diff.ts';
import type { Table } from '../markup/read-table.ts';
import type { DiffToHastOptions, Side, TableCounts } from './diff-to-hast-options.ts';
import { inlineRunsToHast } from './runs-to-hast.ts';

/** What stands in a cell is shown by the one who shows blocks. */
export type ShowCell = (cell: TableCellChange, side: Side) => ElementContent[];

const sectionTags = { head: 'thead', body: 'tbody', foot: 'tfoot' } as const;

/** A compared table, with what is to be said of it as a whole before it; a wide one scrolls, by keyboard too. */
export function tableToHast(
  { rows, columns, caption }: Omit<TableContent, 'notation'>,
  side: Side,
  options: DiffToHastOptions,
  show: ShowCell,
): ElementContent[] {
  const sections: Element[] = [];
  for (const row of rows) {
    const shown = rowToHast(row, columns.length, side, options, show);
    if (!shown) continue;
    const tag = sectionTags[row.section];
    const last = sections.at(-1);
    if (last?.tagName === tag) last.children.push(shown);
    else sections.push(h(tag, [shown]));
  }
  const words = inlineRunsToHast(caption, side, options.texts);
  const table = h('table', words.length > 0 ? [h('caption', words), ...sections] : sections);
  const said = side === 'before' ? '' : options.texts.table(countsOf({ rows, columns }));
  return [...(said === '' ? [] : [note('p', said)]), h('figure', { dataTable: '', tabIndex: 0 }, [table])];
}

/** A table that did not change. */
export function wholeTableToHast(
  { rows, caption }: Table,
  options: DiffToHastOptions,
  show: ShowCell,
): ElementContent[] {
  const content: Omit<TableContent, 'notation'> = {
    kind: 'table',
    columns: [],
    rows: rows.map(({ section, cells }, at) => ({
      kind: 'same',
      section,
      before: at,
      after: at,
      cells: cells.map(({ tag, colSpan, rowSpan, blocks }) => ({
        kind: 'same',
        tag,
        colSpan,
        rowSpan,
        blocks,
      })),
    })),
    caption: [],
  };
  const [figure] = tableToHast(content, 'before', options, show) as [Element];
  const [table] = figure.children as [Element];
  if (caption.length > 0) table.children.unshift(h('caption', inlineToHast(caption)));
  return [figure];
}

function countsOf({ rows, columns }: Pick<TableContent, 'rows' | 'columns'>): TableCounts {
  const rowsThat = (wanted: TableRowChange['kind']) => rows.filter(({ kind }) => kind === wanted).length;
  const columnsThat = (wanted: 'added' | 'removed') => columns.filter((kind) => kind === wanted).length;
  return {
    rowsAdded: rowsThat('added'),
    rowsRemoved: rowsThat('removed'),
    rowsMoved: rowsThat('moved'),
    rowsChanged: rowsThat('changed'),
    columnsAdded: columnsThat('added'),
    columnsRemoved: columnsThat('removed'),
  };
}

function rowToHast(
  row: TableRowChange,
  width: number,
  side: Side,
  { texts }: DiffToHastOptions,
  show: ShowCell,
): Element | null {
  const { kind, before, after } = row;
  if (side === 'before' && (kind === 'added' || kind === 'moved')) return null;
  if (side === 'after' && (kind === 'removed' || kind === 'moved-away')) return null;
  const facts = kind === 'same' ? {} : { dataItem: kind };
  if (kind === 'moved-away' && side === 'both') {
    // As with blocks, only a note stands where it was.
    const words = note('span', texts.rowMovedTo((after ?? 0) + 1));
    return h('tr', facts, [h('td', { colSpan: width }, [words])]);
  }
  const cells = row.cells.flatMap((cell) => {
    const shown = cellToHast(cell, row, side, show);
    return shown ? [shown] : [];
  });
  if (kind === 'moved')
    cells[0]?.children.unshift(note('span', texts.rowMovedFrom((before ?? 0) + 1)), h('br'));
  return h('tr', facts, cells);
}

function cellToHast(
  cell: TableCellChange | null,
  { kind }: TableRowChange,
  side: Side,
  show: ShowCell,
): Element | null {
  // A row that came has no cell in a column that went, nor the other way round; beside each other they need one.
  if (cell === null) return side === 'both' ? h('td', { dataItem: 'none' }) : null;
  if ((side === 'before' && cell.kind === 'added') || (side === 'after' && cell.kind === 'removed'))
    return null;
  const span = {
    ...(cell.colSpan === 1 ? {} : { colSpan: cell.colSpan }),
    ...(cell.rowSpan === 1 ? {} : { rowSpan: cell.rowSpan }),
  };
  // Where a row was, its cells are as they were.
  const isAsItWas = cell.kind === 'same' || kind === 'moved-away';
  const shown = show(isAsItWas && cell.kind !== 'changed' ? { ...cell, kind: 'same' } : cell, side);
  return h(cell.tag, { ...(isAsItWas ? {} : { dataItem: cell.kind }), ...span }, shown);
}

function note(tag: 'p' | 'span', words: string): Element {
  return h(tag, { dataNote: '' }, words);
}
