/** Tables and other blocks that are kept as they are, compared as a reader sees them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#shared/diff/apply-changes.ts';
import { changeIds } from '#shared/diff/change-ids.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { summarise } from '#shared/diff/summarise.ts';
import { readRow } from '#shared/diff/markup/read-row.ts';
import { opaque, paragraph, text, type BlockJson } from '#shared/document/serialized.ts';
import { tableOf, tablePairs, wordPressTable, type TableFacts } from './edited-tables.ts';
import { documentOf, outline } from './notation.ts';

const outlined = (before: BlockJson, after: BlockJson) =>
  outline(diffDocuments(documentOf([before]), documentOf([after])));
const compared = (before: TableFacts, after: TableFacts) =>
  outlined(wordPressTable(before), wordPressTable(after))[0]?.split('\n');
const html = (raw: string, label = 'html') => opaque('html', raw, label);

const cities = tableOf(
  'Miasto | Mieszkańcy | Rzeka',
  'Kraków | 800 tysięcy | Wisła',
  'Wrocław | 670 tysięcy | Odra',
  'Gdańsk | 490 tysięcy | Motława',
  'Poznań | 540 tysięcy | Warta',
);

describe('a table', () => {
  test('a word in a cell is only that word', () => {
    const after = { ...cities, rows: cities.rows.with(1, ['Wrocław', '672 tysięcy', 'Odra']) };
    expect(compared(cities, after)).toEqual([
      'changed table',
      '===',
      '| Miasto | Mieszkańcy | Rzeka |',
      '| Kraków | 800 tysięcy | Wisła |',
      'changed | Wrocław | [-670-]{+672+} tysięcy | Odra |',
      '| Gdańsk | 490 tysięcy | Motława |',
      '| Poznań | 540 tysięcy | Warta |',
    ]);
  });

  test('a changed cell, a row that came and a column that went, at once', () => {
    const after = tableOf(
      'Miasto | Rzeka',
      'Kraków | Wisła',
      'Wrocław | Odra i Oława',
      'Łódź | Łódka',
      'Gdańsk | Motława',
      'Poznań | Warta',
    );
    expect(compared(cities, after)).toEqual([
      'changed table',
      '=-=',
      '| Miasto | [-Mieszkańcy-] | Rzeka |',
      '| Kraków | [-800 tysięcy-] | Wisła |',
      'changed | Wrocław | [-670 tysięcy-] | Odra{+ i Oława+} |',
      'added | {+Łódź+} | ∅ | {+Łódka+} |',
      '| Gdańsk | [-490 tysięcy-] | Motława |',
      '| Poznań | [-540 tysięcy-] | Warta |',
    ]);
  });

  test('a row that moved is moved', () => {
    const [krakow, wroclaw, gdansk, poznan] = cities.rows as [string[], string[], string[], string[]];
    expect(compared(cities, { ...cities, rows: [poznan, krakow, wroclaw, gdansk] })?.slice(3)).toEqual([
      'moved | Poznań | 540 tysięcy | Warta |',
      '| Kraków | 800 tysięcy | Wisła |',
      '| Wrocław | 670 tysięcy | Odra |',
      '| Gdańsk | 490 tysięcy | Motława |',
      'moved-away | [-Poznań-] | [-540 tysięcy-] | [-Warta-] |',
    ]);
  });

  test('numbers that all changed stay in their rows and columns, for these are named', () => {
    expect(
      compared(
        tableOf('| 2024 | 2025', 'Maj | 1 | 2', 'Lipiec | 3 | 4'),
        tableOf('| 2024 | 2025', 'Maj | 5 | 6', 'Lipiec | 7 | 8'),
      ),
    ).toEqual([
      'changed table',
      '===',
      '|  | 2024 | 2025 |',
      'changed | Maj | [-1-]{+5+} | [-2-]{+6+} |',
      'changed | Lipiec | [-3-]{+7+} | [-4-]{+8+} |',
    ]);
  });

  test('marks, links, pictures and lists in cells are told as anywhere', () => {
    const rich = (...cells: string[]) => ({
      ...tableOf(null),
      rows: [cells, ['Ala', 'ma', 'kota', 'i psa']],
    });
    const before = rich(
      'Ala ma',
      '<a href="https://a.pl/">kota</a>',
      '<img src="https://a.pl/1.png" alt="kot"/>',
      '<ul><li>raz</li></ul>',
    );
    const after = rich(
      'Ala <strong>ma</strong>',
      '<a href="https://b.pl/">kota</a>',
      '<img src="https://a.pl/1.png" alt="pies"/>',
      '<ul><li>raz</li><li>dwa</li></ul>',
    );
    expect(compared(before, after)).toEqual([
      'changed table',
      '====',
      'changed | Ala ~ma~ | ~kota~ | alt [-kot-]{+pies+}, caption  | same | added 0 |',
      '| Ala | ma | kota | i psa |',
    ]);
  });

  test('the caption, and notation that nobody sees', () => {
    const captioned = (caption: string, attributes = '') => ({ ...cities, caption, attributes });
    expect(compared(captioned('Miasta i rzeki'), captioned('Miasta oraz rzeki', ' class="wide"'))).toEqual([
      'changed table',
      '===',
      'caption Miasta [-i-]{+oraz+} rzeki',
      '| Miasto | Mieszkańcy | Rzeka |',
      ...cities.rows.map((cells) => `| ${cells.join(' | ')} |`),
      'and notation',
    ]);
    expect(compared(cities, captioned('', ' class="wide"'))?.join('\n')).toMatch(
      /^changed same-words: [^]*class="wide"/,
    );
    expect(compared(cities, captioned('Miasta'))?.at(-1)).toBe('| Poznań | 540 tysięcy | Warta |');
  });

  test('a first row that became a header is told, as a change of notation, too', () => {
    const [first, ...rest] = cities.rows as [string[], ...string[][]];
    const before = { ...cities, header: null };
    expect(compared(before, { ...before, header: first, rows: rest })).toEqual([
      'changed table',
      '===',
      'changed | Kraków | 800 tysięcy | Wisła |',
      ...rest.map((cells) => `| ${cells.join(' | ')} |`),
      'and notation',
    ]);
  });

  test('in numbers: words of cells, of rows and of columns', () => {
    const after = tableOf(
      'Miasto | Rzeka',
      'Kraków | Wisła',
      'Wrocław | Odra i Oława',
      'Gdańsk | Motława',
      'Poznań | Warta',
    );
    const diff = diffDocuments(documentOf([wordPressTable(cities)]), documentOf([wordPressTable(after)]));
    expect(summarise(diff)).toMatchObject({ wordsAdded: 2, wordsRemoved: 1 + 4 * 2, blocksChanged: 1 });
  });
});

describe('where cells cannot be told', () => {
  const table = (inside: string) => html(`<table><tbody>${inside}</tbody></table>`, 'table');

  test.each([
    [
      'cells over several columns, elsewhere than before',
      '<tr><td colspan="2">Ala</td></tr><tr><td>ma</td><td>kota</td></tr>',
      '<tr><td>Ala</td><td>i Ola</td></tr><tr><td colspan="2">ma</td></tr>',
    ],
    [
      'rows of other lengths',
      '<tr><td>Ala</td></tr><tr><td>ma</td><td>kota</td></tr>',
      '<tr><td>Ala</td><td>ma</td><td>psa</td></tr><tr><td>kota</td></tr>',
    ],
    [
      'a table in a cell',
      '<tr><td><table><tr><td>Ala</td></tr></table></td></tr>',
      '<tr><td><table><tr><td>Ola</td></tr></table></td></tr>',
    ],
  ])('%s: its notation is compared, and that is said', (_name, before, after) => {
    expect(outlined(table(before), table(after))).toEqual([expect.stringMatching(/^changed table: <table>/)]);
  });

  test('cells over several columns are told when they stand where they stood', () => {
    const spanned = (said: string) =>
      table(`<tr><td colspan="2">Razem ${said}</td></tr><tr><td>ma</td><td>kota</td></tr>`);
    expect(outlined(spanned('sto'), spanned('dwieście'))).toEqual([
      'changed table\n==\nchanged | Razem [-sto-]{+dwieście+} |\n| ma | kota |',
    ]);
  });

  test('a form, a film or a script in a cell', () => {
    const odd = (said: string) =>
      table(`<tr><td>${said}<iframe src="https://example.org/"></iframe></td></tr>`);
    expect(outlined(odd('Ala'), odd('Ola'))).toEqual([
      expect.stringMatching(/^changed table: .*\[-Ala-\]\{\+Ola\+\}<iframe/),
    ]);
  });

  test('more cells than anybody reads', () => {
    const rows = (said: string) => table(`<tr><td>${said}</td></tr>`.repeat(13_000));
    expect(outlined(rows('a'), rows('b'))).toEqual([expect.stringMatching(/^changed table: /)]);
  });

  test('rows that begin and never end take no longer than others', () => {
    const open = (said: string) => html(`${'<tr>'.repeat(200_000)}${said}`, 'table');
    const start = performance.now();
    expect(outlined(open('Ala'), open('Ola'))).toHaveLength(1);
    // In time quadratic in its length it would take minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('nested without end', () => {
    const deep = (said: string) => html(`${'<div>'.repeat(30_000)}${said}`);
    expect(outlined(deep('Ala ma'), deep('Ala nie ma'))[0]).toMatch(/Ala \{\+nie \+\}ma$/);
  });
});

describe('other blocks that are kept as they are', () => {
  const wp = (name: string, inside: string, attributes = '') =>
    opaque('wordpress', `<!-- wp:${name}${attributes} -->\n${inside}\n<!-- /wp:${name} -->`, name);

  test('a paragraph with a colour, columns: their words', () => {
    const coloured = (said: string) =>
      wp('paragraph', `<p class="has-red-color">${said}</p>`, ' {"textColor":"red"}');
    expect(outlined(coloured('Ala ma kota'), coloured('Ala ma psa'))).toEqual([
      'changed {changed Ala ma [-kota-]{+psa+}}',
    ]);
    const columns = (said: string) =>
      wp(
        'columns',
        `<div class="wp-block-columns"><div class="wp-block-column"><p>Raz</p></div><div class="wp-block-column"><p>${said}</p></div></div>`,
      );
    expect(outlined(columns('Ala ma kota'), columns('Ala ma psa'))).toEqual([
      'changed {same; changed Ala ma [-kota-]{+psa+}}',
    ]);
  });

  test('a gallery: pictures, alternative texts and captions', () => {
    const picture = (name: string, alt: string) =>
      `<!-- wp:image --><figure class="wp-block-image"><img src="https://a.pl/${name}.png" alt="${alt}"/></figure><!-- /wp:image -->`;
    const gallery = (...pictures: string[]) =>
      wp(
        'gallery',
        `<figure class="wp-block-gallery">${pictures.join('')}<figcaption>Z <em>lasu</em></figcaption></figure>`,
      );
    expect(
      outlined(
        gallery(picture('1', 'Żółw'), picture('2', 'Jeż')),
        gallery(picture('1', 'Żółw'), picture('2', 'Lis'), picture('3', 'Wilk')),
      ),
    ).toEqual(['changed {same; changed alt [-Jeż-]{+Lis+}, caption ; added 2; same} and notation']);
  });

  test('only its form changed, or it shows what is no text', () => {
    const aligned = (align: string) => wp('paragraph', '<p>Ala ma kota</p>', ` {"align":"${align}"}`);
    expect(outlined(aligned('left'), aligned('right'))[0]).toMatch(
      /^changed same-words: .*\[-left-\]\{\+right\+\}/,
    );
    const film = (id: string) => html(`<p>Film</p><iframe src="https://example.org/${id}"></iframe>`);
    expect(outlined(film('a'), film('b'))).toEqual([
      'changed <p>Film</p><iframe src="https://[-example.org/a-]{+example.org/b+}"></iframe>',
    ]);
  });

  test('a table in the middle of somebody’s own HTML', () => {
    const around = (cell: string) => html(`<p>Przed</p><table><tr><td>Ala</td><td>${cell}</td></tr></table>`);
    expect(outlined(around('kot'), around('pies'))).toEqual([
      'changed {same; changed table\n==\nchanged | Ala | [-kot-]{+pies+} |}',
    ]);
  });
});

test('taking changes over leaves the block whole and exact, whatever was done to the table', () => {
  const said = paragraph(text('Akapit obok tabeli.'));
  fc.assert(
    fc.property(tablePairs, ([table, changed]) => {
      const before = documentOf([said, table]);
      const after = documentOf([changed, paragraph(text('Inny akapit, nowy.'))]);
      const diff = diffDocuments(before, after);
      expect(applyChanges(before, diff, new Set(changeIds(diff)))).toEqual(after);
      expect(applyChanges(before, diff, new Set())).toEqual(before);
      expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
    }),
    { numRuns: 200 },
  );
});

test('cells of words and simple marks are read as the parser reads them', () => {
  const piece = fc.constantFrom(
    'Ala',
    ' ',
    '\n',
    '<em>',
    '</em>',
    '<strong>',
    '</strong>',
    '<br>',
    '<br/>',
    '&amp;',
    '&nbsp;',
    '&lt;',
    '&am',
    '<',
    'ł',
    '\u00a0',
  );
  const attributes = fc.constantFrom(
    '',
    ' ',
    ' class="a b"',
    ' title="a>b"',
    " title='a>b'",
    ' title=a',
    ' title="<td>"',
    ' x="y" z',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), attributes, (pieces, attribute) => {
      const inside = pieces.join('');
      const simple = readRow(`<tr><td${attribute}>${inside}</td></tr>`);
      // An empty comment sends it to the parser and shows nothing.
      const parsed = readRow(`<tr><td${attribute}>${inside}<!----></td></tr>`);
      expect(simple?.cells.map(({ text: said, key }) => [said, key])).toEqual(
        parsed?.cells.map(({ text: said, key }) => [said, key]),
      );
    }),
    { numRuns: 1_000 },
  );
});

test('a table of 4,000 cells is compared by cell', () => {
  const large = (word: string) =>
    wordPressTable({
      ...tableOf(null),
      rows: Array.from({ length: 500 }, (_row, row) =>
        Array.from(
          { length: 8 },
          (_cell, at) => `Komórka ${row} kolumny ${at}, <em>${row === 250 ? word : 'kilka'}</em> słów`,
        ),
      ),
    });
  const lines = outlined(large('kilka'), large('parę'))[0]?.split('\n') ?? [];
  expect(lines.filter((line) => line.startsWith('changed |'))).toHaveLength(1);
  expect(lines).toHaveLength(2 + 500);
});
