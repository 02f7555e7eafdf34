/** Which columns of two tables are the same, by what stands in them. */
import { matchUnits, type Match } from '../blocks/match-units.ts';
import type { Unit } from '../blocks/unit.ts';
import { wordsIn } from '../words/tokenise.ts';
import type { TableCell } from './read-row.ts';
import type { Table } from './read-table.ts';

export type ColumnMatch =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number };

/** In reading order, both sides ascending. Both tables must have one cell a row in every column. */
export function matchColumns(before: Table, after: Table): ColumnMatch[] {
  const [old, now] = [headerOf(before), headerOf(after)];
  if (old && now && haveSameNames(old, now))
    return old.map((_cell, at) => ({ kind: 'same', before: at, after: at }));
  const matches = matchUnits(unitsOf(before, old), unitsOf(after, now));
  const columns: ColumnMatch[] = [];
  let run: Match[] = [];
  const close = () => {
    columns.push(...settled(run, old, now));
    run = [];
  };
  for (const match of matches) {
    if (match.kind === 'same' || match.kind === 'changed') {
      close();
      columns.push({ kind: 'same', before: match.before, after: match.after });
    } else run.push(match);
  }
  close();
  return columns;
}

/** The row that names the columns, if there is one. */
function headerOf({ rows: [first] }: Table): readonly TableCell[] | null {
  const isHeader = first?.section === 'head' || first?.cells.every(({ tag }) => tag === 'th');
  return first && isHeader ? first.cells : null;
}

/** Then every column is where it was, whatever is in its cells. */
function haveSameNames(old: readonly TableCell[], now: readonly TableCell[]): boolean {
  const names = old.map(({ text }) => text);
  return (
    new Set(names).size === names.length &&
    now.length === names.length &&
    now.every(({ text }, at) => text === names[at])
  );
}

/** What a column is called counts for more than any of its cells. */
const nameWeight = 8;
/** Of a long table, the rows at its beginning and end say enough. */
const judgedRows = 60;

function unitsOf({ rows }: Table, header: readonly TableCell[] | null): Unit[] {
  const judged =
    rows.length <= 2 * judgedRows ? rows : [...rows.slice(0, judgedRows), ...rows.slice(-judgedRows)];
  return Array.from({ length: rows[0]?.cells.length ?? 0 }, (_value, at): Unit => {
    const cells = judged.map((row) => row.cells[at]?.text ?? '');
    const name = header?.[at]?.text ?? '';
    const names = name === '' ? [] : Array.from({ length: nameWeight }, (_each, time) => `${time} ${name}`);
    return {
      signature: judged.map((row) => row.cells[at]?.key).join('\0'),
      family: 'column',
      size: rows.length,
      words: () => [
        ...names,
        ...cells.filter((text) => text !== '').flatMap((text) => [`=${text}`, ...wordsIn(text)]),
      ],
      isSplittable: false,
    };
  });
}

/**
 * Columns between two that stayed: as many before as after are the same ones with other cells, unless they are called
 * otherwise. What changed its place went there and came here.
 */
function settled(
  run: readonly Match[],
  old: readonly TableCell[] | null,
  now: readonly TableCell[] | null,
): ColumnMatch[] {
  const gone: number[] = [];
  const come: number[] = [];
  for (const match of run) {
    if (match.kind === 'removed' || match.kind === 'moved-away') gone.push(match.before);
    if (match.kind === 'added' || match.kind === 'moved') come.push(match.after);
  }
  const hasMove = run.some(({ kind }) => kind === 'moved' || kind === 'moved-away');
  const isPaired =
    gone.length === come.length &&
    !hasMove &&
    gone.every((before, at) => old?.[before]?.text === now?.[come[at] as number]?.text);
  if (isPaired)
    return gone.map((before, at) => ({ kind: 'same', before, after: come[at] as number }) as const);
  return [
    ...gone.map((before) => ({ kind: 'removed', before }) as const),
    ...come.map((after) => ({ kind: 'added', after }) as const),
  ];
}
