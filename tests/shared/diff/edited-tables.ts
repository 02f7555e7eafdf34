/** Arbitrary tables as WordPress writes them, and edits of their rows and columns, for property tests. */
import fc from 'fast-check';
import { opaque, type OpaqueJson } from '#shared/document/serialized.ts';

/** What a table is written from; cells are HTML. */
export interface TableFacts {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  readonly caption: string;
  readonly attributes: string;
}

export function wordPressTable({ header, rows, caption, attributes }: TableFacts): OpaqueJson {
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const head = header ? `<thead>${line(header, 'th')}</thead>` : '';
  const body = `<tbody>${rows.map((cells) => line(cells, 'td')).join('')}</tbody>`;
  const words = caption === '' ? '' : `<figcaption class="wp-element-caption">${caption}</figcaption>`;
  return opaque(
    'wordpress',
    `<!-- wp:table -->\n<figure class="wp-block-table"><table${attributes}>${head}${body}</table>${words}</figure>\n<!-- /wp:table -->`,
    'table',
  );
}

/** Rows of words that are all there is to them. */
export function tableOf(header: string | null, ...rows: readonly string[]): TableFacts {
  const cells = (row: string) => row.split('|').map((cell) => cell.trim());
  return {
    header: header === null ? null : cells(header),
    rows: rows.map(cells),
    caption: '',
    attributes: '',
  };
}

const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('', 'Ala', 'kot', 'żółw i jeż', '1', '2', '3,5', 'Ala ma kota i psa'),
  },
  fc.constantFrom(
    '<strong>Ala</strong> ma',
    'Ala<br>kot',
    '<a href="https://example.org/">kot</a>',
    'A &amp; B',
    '<ul><li>raz</li><li>dwa</li></ul>',
    '<img src="https://example.org/a.png" alt="kot"/>',
    '<table><tbody><tr><td>w środku</td></tr></tbody></table>',
    '<span class="x">Ala</span>',
  ),
);

export const tableFacts: fc.Arbitrary<TableFacts> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) => {
    const row = fc.array(cell, { minLength: width, maxLength: width });
    return fc.record({
      header: fc.option(row),
      rows: fc.array(row, { minLength: height, maxLength: height }),
      caption: fc.constantFrom('', 'Podpis', 'Podpis <em>tabeli</em>'),
      attributes: fc.constantFrom('', ' class="has-fixed-layout"'),
    });
  });

const at = fc.nat(20);
type TableEdit = (facts: TableFacts) => TableFacts;
const inRows =
  (change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[]): TableEdit =>
  (facts) => ({ ...facts, rows: change(facts.rows) });
const inColumns =
  (change: (cells: readonly string[], row: number) => readonly string[]): TableEdit =>
  (facts) => ({
    ...facts,
    header: facts.header && change(facts.header, -1),
    rows: facts.rows.map((cells, row) => change(cells, row)),
  });

export const tableEdit: fc.Arbitrary<TableEdit> = fc.oneof(
  fc
    .tuple(at, at, cell)
    .map(([row, column, said]) =>
      inRows((rows) =>
        rows.map((cells, own) =>
          own === row % rows.length ? cells.with(column % cells.length, said) : cells,
        ),
      ),
    ),
  fc.tuple(at, fc.infiniteStream(cell)).map(([row, cells]) =>
    inRows((rows) =>
      rows.toSpliced(
        row % (rows.length + 1),
        0,
        (rows[0] ?? []).map(() => cells.next().value as string),
      ),
    ),
  ),
  at.map((row) => inRows((rows) => (rows.length > 1 ? rows.toSpliced(row % rows.length, 1) : rows))),
  fc.tuple(at, at).map(([from, to]) =>
    inRows((rows) => {
      const moved = rows[from % rows.length] as readonly string[];
      return rows.toSpliced(from % rows.length, 1).toSpliced(to % rows.length, 0, moved);
    }),
  ),
  fc
    .tuple(at, cell)
    .map(([column, said]) =>
      inColumns((cells, row) => cells.toSpliced(column % (cells.length + 1), 0, `${said}${row}`)),
    ),
  at.map((column) =>
    inColumns((cells) => (cells.length > 1 ? cells.toSpliced(column % cells.length, 1) : cells)),
  ),
  fc
    .constantFrom('', 'Podpis', 'Inny podpis')
    .map((caption): TableEdit => (facts) => ({ ...facts, caption })),
  // Uneven rows, as somebody's own HTML may have them.
  at.map((row) =>
    inRows((rows) => rows.map((cells, own) => (own === row % 9 ? [...cells, 'więcej'] : cells))),
  ),
);

/** A table, and what some edits made of it. */
export const tablePairs: fc.Arbitrary<[OpaqueJson, OpaqueJson]> = fc
  .tuple(tableFacts, fc.array(tableEdit, { maxLength: 5 }))
  .map(([facts, edits]) => [
    wordPressTable(facts),
    wordPressTable(edits.reduce((now, change) => change(now), facts)),
  ]);
