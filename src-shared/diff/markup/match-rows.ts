/** Which rows of two tables are the same, by the columns that both tables have. */
import { matchUnits, type Match } from '../blocks/match-units.ts';
import type { Unit } from '../blocks/unit.ts';
import { wordsIn } from '../words/tokenise.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { TableCell } from './read-row.ts';
import type { Table } from './read-table.ts';

export type RowMatch = Exclude<Match, { readonly before: readonly number[] }>;

/** In reading order; a moved row stands twice, as blocks do. */
export function matchRows(before: Table, after: Table, columns: readonly ColumnMatch[]): RowMatch[] {
  const shared = columns.filter((column) => column.kind === 'same');
  const old = unitsOf(
    before,
    shared.map((column) => column.before),
  );
  const now = unitsOf(
    after,
    shared.map((column) => column.after),
  );
  const [oldKey, nowKey] = [shared[0]?.before ?? 0, shared[0]?.after ?? 0];
  if (haveSameNames(before, after, oldKey, nowKey))
    return before.rows.map((_row, at) => pairOf(at, old[at] as Unit, now[at] as Unit));
  const named = (table: Table, row: number, column: number) => table.rows[row]?.cells[column]?.text;
  const matches: RowMatch[] = [];
  let run: RowMatch[] = [];
  const close = () => {
    matches.push(...settled(run, (row, other) => named(before, row, oldKey) === named(after, other, nowKey)));
    run = [];
  };
  for (const match of matchUnits(old, now)) {
    if (match.kind === 'removed' || match.kind === 'added') run.push(match);
    else {
      close();
      if (isRowMatch(match)) matches.push(match);
      else throw new Error(`A row cannot be ${match.kind}.`);
    }
  }
  close();
  return matches;
}

/** Every row is called something of its own, and stands where it stood. */
function haveSameNames(before: Table, after: Table, oldKey: number, nowKey: number): boolean {
  const names = before.rows.map(({ cells }) => cells[oldKey]?.text ?? '');
  return (
    new Set(names).size === names.length &&
    after.rows.length === names.length &&
    after.rows.every(({ cells }, at) => cells[nowKey]?.text === names[at])
  );
}

function pairOf(at: number, old: Unit, now: Unit): RowMatch {
  return { kind: old.signature === now.signature ? 'same' : 'changed', before: at, after: at };
}

function isRowMatch(match: Match): match is RowMatch {
  return match.kind !== 'split' && match.kind !== 'merged';
}

function unitsOf({ rows }: Table, columns: readonly number[]): Unit[] {
  return rows.map(({ cells, section }): Unit => {
    const own = columns.map((column) => cells[column] as TableCell);
    const size = own.reduce((sum, { text }) => sum + text.length, 0);
    return {
      signature: `${section}${own.map(({ tag, key }) => `\0${tag}${key}`).join('')}`,
      family: 'row',
      size,
      // The first cell, which often names the row, counts more.
      words: () =>
        size === 0
          ? []
          : own.flatMap(({ text }, at) =>
              text === '' ? [] : [...(at === 0 ? [`name ${text}`] : []), `${at} ${text}`, ...wordsIn(text)],
            ),
      isSplittable: false,
    };
  });
}

/** Neighbouring rows with nothing but their names in common, as many before as after, are the same rows with other cells. */
function settled(
  run: readonly RowMatch[],
  isSameName: (before: number, after: number) => boolean,
): RowMatch[] {
  const gone = run.flatMap((match) => (match.kind === 'removed' ? [match.before] : []));
  const come = run.flatMap((match) => (match.kind === 'added' ? [match.after] : []));
  const isPaired =
    gone.length === come.length && gone.every((before, at) => isSameName(before, come[at] as number));
  return isPaired
    ? gone.map((before, at) => ({ kind: 'changed', before, after: come[at] as number }) as const)
    : [...run];
}
