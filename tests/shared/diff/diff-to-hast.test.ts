/** The rendered comparison: the real document, what changed marked in it, and nothing that runs. */
import fc from 'fast-check';
import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { changeIds } from '#shared/diff/change-ids.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { diffToHast } from '#shared/diff/diff-to-hast.ts';
import type { DocumentDiff } from '#shared/diff/document-diff.ts';
import type { DiffToHastOptions } from '#shared/diff/rendering/diff-to-hast-options.ts';
import { isKnownOpaque } from '#shared/diff/blocks/block-kinds.ts';
import { blockToHast, rawToHast } from '#shared/diff/rendering/block-to-hast.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import {
  blocksOf,
  code,
  heading,
  image,
  link,
  list,
  listItem,
  opaque,
  paragraph,
  quote,
  text,
  type BlockJson,
  type TextJson,
} from '#shared/document/serialized.ts';
import { faultsOf } from '#tests/security/judge-html.ts';
import { addressVectors, htmlVectors, textVectors } from '#tests/security/xss-corpus.ts';
import { documentPairs } from './edited-documents.ts';
import { tableOf, wordPressTable } from './edited-tables.ts';
import { documentOf } from './notation.ts';

const options: DiffToHastOptions = {
  layout: 'inline',
  context: Infinity,
  pictureUrl: (asset) => `/media/${asset.slice(0, 4)}`,
  texts: {
    field: (field) => field,
    folded: (count) => `${count} unchanged`,
    formats: (changes) => changes.map(({ format, change }) => `${format} ${change}`).join(', '),
    link: (words, { before, after }) => `${words}: ${before ?? 'none'} to ${after ?? 'none'}`,
    attributes: (changes) => changes.map(({ name }) => `${name} changed`).join(', '),
    movedFrom: (block) => `moved from ${block}`,
    movedTo: (block) => `moved to ${block}`,
    itemMovedFrom: (item) => `was item ${item}`,
    itemMovedTo: (item) => `is item ${item}`,
    item: (before, after) =>
      (['checked', 'depth', 'listType', 'start'] as const)
        .filter((name) => before[name] !== after[name])
        .map((name) => `${name} ${before[name]} to ${after[name]}`)
        .join(', '),
    otherOrder: 'other order',
    split: 'split',
    merged: 'merged',
    alt: 'Alternative text:',
    noPicture: (alt) => `no picture: ${alt}`,
    opaque: (label) => `kept: ${label}`,
    table: (counts) =>
      Object.entries(counts)
        .filter(([, number]) => number > 0)
        .map(([what, number]) => `${what} ${number}`)
        .join(', '),
    rowMovedFrom: (row) => `was row ${row}`,
    rowMovedTo: (row) => `is row ${row}`,
    tableAsText: 'table as text',
    sameWords: 'only notation',
    notation: 'notation',
  },
};
const columns: DiffToHastOptions = { ...options, layout: 'columns' };

const said = (words: string, format = 0) => paragraph(text(words, format));
const shown = (before: readonly BlockJson[], after: readonly BlockJson[], how = options) =>
  toHtml(diffToHast(diffDocuments(documentOf(before), documentOf(after)), how));

const first = said('Zażółć gęślą jaźń, powiedział żółw do jeża na łące.');
const second = said('Drugi akapit opowiada o tym, co było potem w lesie.');
const third = said('W trzecim wszyscy wracają do domu i jedzą kolację.');

describe('in one column', () => {
  test('words in a paragraph, among its links and bold words', () => {
    const before = [
      paragraph(text('Ala '), text('ma', 1), link('https://a.pl/', [text(' kota')]), text(' i psa.')),
    ];
    const after = [
      paragraph(text('Ala '), text('ma'), link('https://a.pl/', [text(' kota')]), text(' i rybę.')),
    ];
    expect(shown(before, after)).toBe(
      '<div data-diff="inline"><div data-kind="changed" data-change="b0-a0" data-before="0" data-after="0"><p>Ala ' +
        '<span data-format-change="bold" title="bold removed">ma</span><a href="https://a.pl/"> kota</a> i ' +
        '<del>psa</del><ins>rybę</ins>.</p></div></div>',
    );
  });

  test('headings, quotes and code are what they are', () => {
    const html = shown(
      [heading('h2', text('Żółw i jeż')), quote(text('Powiedział to sam')), code('ts', text('let a = 1;'))],
      [
        heading('h3', text('Żółw i zając')),
        quote(text('Powiedziała to sama, sam')),
        code('ts', text('let a = 2;')),
      ],
    );
    expect(html).toContain('<p data-note="">tag changed</p><h3>Żółw i <del>jeż</del><ins>zając</ins></h3>');
    expect(html).toContain('<blockquote><p><del>Powiedział</del><ins>Powiedziała</ins> to ');
    expect(html).toContain('<pre><code class="language-ts">let a = <del>1</del><ins>2</ins>;</code></pre>');
  });

  test('a node of an unknown kind is no sign in the text', () => {
    const odd = { type: 'odd', version: 1 } as unknown as TextJson;
    const before = code('ts', text('let a = 1;'), odd);
    expect(shown([before], [code('ts', text('let a = 2;'))])).toContain(
      '<code class="language-ts">let a = <del>1</del><ins>2</ins>;</code>',
    );
    expect(shown([paragraph(text('Żółw '), odd)], [paragraph(text('Żółw '))])).toContain('<p>Żółw </p>');
    expect(shown([before], [first, second])).toContain('let a = 1;');
  });

  test('a moved block stands where it is, and a note where it was', () => {
    const html = shown([first, second, third], [third, first, second]);
    expect(html).toContain(
      '<div data-kind="moved" data-change="b2-a0" data-before="2" data-after="0"><p data-note="">moved from 3</p><p>W trzecim',
    );
    expect(html).toContain('data-of="b2-a0" data-before="2"><p data-note="">moved to 1</p></div>');
  });

  test('a list by item, nested as it is', () => {
    const item = (words: string) => listItem(1, [text(words)]);
    const html = shown(
      [
        list('bullet', [
          item('owoce'),
          listItem(2, [list('bullet', [item('jabłka i gruszki')])]),
          item('chleb'),
        ]),
      ],
      [list('bullet', [item('owoce'), listItem(2, [list('bullet', [item('jabłka i śliwki')])])])],
    );
    expect(html).toContain(
      '<ul><li>owoce<ul><li data-item="changed">jabłka i <del>gruszki</del><ins>śliwki</ins></li></ul></li>' +
        '<li data-item="removed"><del>chleb</del></li></ul>',
    );
  });

  test('a picture with its caption and what is said of it', () => {
    const picture = image({ asset: 'ab'.repeat(32), alt: 'Żółw', caption: 'Na łące', width: 4, height: 3 });
    expect(shown([picture], [{ ...picture, alt: 'Jeż', caption: 'Na skraju łąki' }])).toContain(
      '<figure><img src="/media/abab" alt="Jeż" width="4" height="3"><figcaption>Na <del>łące</del><ins>skraju łąki</ins>' +
        '</figcaption></figure><p data-part="alt"><span>Alternative text:</span> <del>Żółw</del><ins>Jeż</ins></p>',
    );
    const elsewhere = image({ src: 'https://example.org/a.png', alt: 'Żółw' });
    expect(shown([elsewhere], [elsewhere])).toContain('<p data-picture="missing">no picture: Żółw</p>');
  });

  test('what is kept as it is stands there as text', () => {
    const raw = (cell: string) => opaque('wordpress', `<!-- wp:table --><td>${cell}</td>`, 'core/table');
    expect(shown([raw('dwa')], [raw('trzy')])).toContain(
      '<figcaption>kept: core/table</figcaption><pre>&#x3C;!-- wp:table -->&#x3C;td><del>dwa</del><ins>trzy</ins>',
    );
  });

  test('a table by row, column and cell, with what became of them said before it', () => {
    const before = wordPressTable({
      ...tableOf('Kto | Ile | Co', 'Ala | 2 | koty', 'Ola | 3 | psy i rybki'),
      caption: 'Zwierzęta',
    });
    const after = wordPressTable({
      ...tableOf('Kto | Co', 'Ala | koty', 'Ela | żółwie', 'Ola | psy i chomiki'),
      caption: 'Zwierzęta',
    });
    expect(shown([before], [after])).toContain(
      '<p data-note="">rowsAdded 1, rowsChanged 1, columnsRemoved 1</p><figure data-table="" tabindex="0"><table>' +
        '<caption>Zwierzęta</caption><thead><tr><th>Kto</th><th data-item="removed"><del>Ile</del></th><th>Co</th></tr></thead><tbody>' +
        '<tr><td>Ala</td><td data-item="removed"><del>2</del></td><td>koty</td></tr>' +
        '<tr data-item="added"><td data-item="added"><ins>Ela</ins></td><td data-item="none"></td><td data-item="added"><ins>żółwie</ins></td></tr>' +
        '<tr data-item="changed"><td>Ola</td><td data-item="removed"><del>3</del></td><td data-item="changed">psy i <del>rybki</del><ins>chomiki</ins></td></tr>' +
        '</tbody></table></figure>',
    );
    const beside = shown([before], [after], columns);
    expect(beside).toContain('<th>Kto</th><th data-item="removed"><del>Ile</del></th><th>Co</th>');
    expect(beside).toContain('<th>Kto</th><th>Co</th>');
    expect(shown([before], [before])).toContain('<th>Kto</th><th>Ile</th><th>Co</th></tr></thead>');
  });

  test('a moved row stands where it is, and a note where it was', () => {
    const rows = ['Ala | ma | kota', 'Ola | ma | psa', 'Ela | ma | rybki'] as const;
    const html = shown(
      [wordPressTable(tableOf(null, ...rows))],
      [wordPressTable(tableOf(null, rows[2], rows[0], rows[1]))],
    );
    expect(html).toContain('<tr data-item="moved"><td><span data-note="">was row 3</span><br>Ela</td>');
    expect(html).toContain(
      '<tr data-item="moved-away"><td colspan="3"><span data-note="">is row 1</span></td></tr>',
    );
  });

  test('why notation is compared is said, and what is not seen is put away below what is', () => {
    const facts = tableOf(null, 'Ala | ma');
    const table = (cell: string, attributes = '') =>
      wordPressTable({ ...facts, rows: [[cell, 'ma']], attributes });
    expect(shown([table('Ala')], [table('Ala', ' class="x"')])).toContain(
      '<p data-note="">only notation</p><figure data-opaque="">',
    );
    expect(shown([table('Ala')], [table('Ola', ' class="x"')])).toMatch(
      /<del>Ala<\/del><ins>Ola<\/ins>.*<\/table><\/figure><details data-notation=""><summary>notation<\/summary><pre>/,
    );
    const nested = (cell: string) => table(`<table><tr><td>${cell}</td></tr></table>`);
    expect(shown([nested('Ala')], [nested('Ola')])).toContain('<p data-note="">table as text</p>');
  });

  test('a cell says nothing in the place of a comparison', () => {
    const posing = (said: string) =>
      opaque(
        'html',
        `<table data-change="x"><tr data-change="x" data-item="added"><td data-change="x" id="x" class="x" onclick="x">${said}</td></tr></table>`,
        'table',
      );
    expect(shown([posing('Ala')], [posing('Ola')])).toContain(
      '<tr data-item="changed"><td data-item="changed"><del>Ala</del><ins>Ola</ins></td></tr>',
    );
  });

  test('fields, with ids to step to', () => {
    const before = documentOf([first], { title: 'Żółw', tags: ['a'] });
    const after = documentOf([first], { title: 'Jeż', tags: ['b'] });
    expect(toHtml(diffToHast(diffDocuments(before, after), options))).toContain(
      '<div data-change="title" data-kind="changed"><dt>title</dt><dd><del>Żółw</del><ins>Jeż</ins></dd></div>' +
        '<div data-change="tags" data-kind="changed"><dt>tags</dt><dd><ul><li><del>a</del></li><li><ins>b</ins></li></ul>',
    );
  });
});

describe('in two columns', () => {
  test('each side shows its own document', () => {
    const changed = said('Drugi akapit opowiada o tym, co było wcześniej w lesie.');
    const html = shown([first, second], [first, changed], columns);
    expect(html).toContain(
      '<div data-side="before"><p>Drugi akapit opowiada o tym, co było <del>potem</del> w lesie.</p>',
    );
    expect(html).toContain(
      '<div data-side="after"><p>Drugi akapit opowiada o tym, co było <ins>wcześniej</ins> w lesie.</p>',
    );
  });

  test('long unchanged stretches are folded, with a count, and can be opened', () => {
    const many = Array.from({ length: 30 }, (_value, at) =>
      said(`Akapit numer ${at} mówi o czym innym niż ${at + 1}.`),
    );
    const after = many.with(15, said('Akapit numer 15 mówi o niczym innym niż 16.'));
    const tree = diffToHast(diffDocuments(documentOf(many), documentOf(after)), { ...columns, context: 2 });
    const folds = elements(tree, (element) => element.tagName === 'details');
    expect(folds.map(({ properties }) => properties['dataFolded'])).toEqual(['13', '12']);
    expect(toHtml(folds[0] as Element)).toContain('<summary>13 unchanged</summary>');
  });
});

test('each side says what its document says, block by block, and every change can be stepped to', () => {
  fc.assert(
    fc.property(documentPairs, ([before, after]) => {
      const diff = diffDocuments(before, after);
      const tree = diffToHast(diff, columns);
      // Without white space: a box of a list stands apart from its words by one.
      const solid = (words: string) => words.replace(/\s/g, '');
      expect(solid(wordsOn(tree, 'before'))).toBe(solid(wordsOf(before, rawIn(diff, 'before'))));
      expect(solid(wordsOn(tree, 'after'))).toBe(solid(wordsOf(after, rawIn(diff, 'after'))));
      const changes = elements(tree, ({ properties }) => properties['dataChange'] !== undefined);
      expect(changes.map(({ properties }) => properties['dataChange'])).toEqual(changeIds(diff));
    }),
    { numRuns: 150 },
  );
});

describe('nothing that runs', () => {
  const both = (change: (vector: string) => readonly BlockJson[], vector: string) => [
    ...faultsOf(shown(change(vector), change('harmless'), columns)),
    ...faultsOf(shown(change('harmless'), change(vector))),
    ...faultsOf(shown(change(vector), change(vector))),
  ];

  test.each([
    ['HTML', htmlVectors('http://canary.invalid')],
    ['addresses', addressVectors('http://canary.invalid')],
    ['texts', textVectors('http://canary.invalid')],
  ])('of the corpus: %s', (_name, vectors) => {
    const blocks = (vector: string): BlockJson[] => [
      paragraph(text(vector), link(vector, [text('x')], vector, 'opener')),
      { ...heading('h2', text(vector)), tag: vector as 'h2' },
      code(vector, text(vector)),
      list('bullet', [listItem(1, [link(vector, [text(vector)])])]),
      image({ src: vector, alt: vector, caption: vector }),
      opaque('html', vector, vector),
      opaque(
        'html',
        `<table><tr><td>${vector}</td><td>x</td></tr><tr><th>y</th><td>${vector}</td></tr></table>`,
        'table',
      ),
      opaque(
        'wordpress',
        `<!-- wp:table --><figure><table><caption>${vector}</caption><tr data-change="x"><td data-change="x" id="x">${vector}</td></tr></table><figcaption>${vector}</figcaption></figure>`,
        'table',
      ),
      opaque(
        'html',
        `<div><p>${vector}</p><figure><img src="x" onerror="x">${vector}</figure></div>`,
        'group',
      ),
      { type: vector, version: 1, text: vector } as unknown as BlockJson,
    ];
    const through = vectors.flatMap(({ id, text: vector }) =>
      both(blocks, vector).map((fault) => `${id}: ${fault}`),
    );
    expect(through).toEqual([]);
  });

  test('not by the address of a picture either', () => {
    const picture = image({ asset: 'ab'.repeat(32), alt: 'x' });
    const addressed = (url: string) => shown([picture], [], { ...options, pictureUrl: () => url });
    expect(addressed('javascript:alert(1)')).not.toContain('javascript');
    expect(addressed('data:image/svg+xml;base64,PHN2Zz4=')).not.toContain('svg');
    expect(addressed('data:image/png;base64,iVBORw0KGgo=')).toContain(
      'src="data:image/png;base64,iVBORw0KGgo="',
    );
    expect(addressed('app://brulion/media/ab')).toContain('src="app://brulion/media/ab"');
  });
});

function elements(tree: Nodes, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (isWanted(element)) found.push(element);
  });
  return found;
}

/** What one column says, without our own notes. */
function wordsOn(tree: Root, side: 'before' | 'after'): string {
  return elements(tree, ({ properties }) => properties['dataSide'] === side)
    .map(wordsIn)
    .join('');
}

function wordsOf(document: PostDocument, raw: ReadonlySet<number>): string {
  return blocksOf(document.body)
    .flatMap((block, at) =>
      raw.has(at) && isKnownOpaque(block)
        ? rawToHast(block, [{ type: 'text', value: block.raw }], options)
        : blockToHast(block, options),
    )
    .map(wordsIn)
    .join('');
}

/** The places of blocks that are compared by their own notation, and so show it. */
function rawIn({ blocks }: DocumentDiff, side: 'before' | 'after'): ReadonlySet<number> {
  return new Set(
    blocks.flatMap((change) => {
      if (change.kind === 'moved-away')
        return side === 'before' && change.became.content?.kind === 'raw' ? [change.before.index] : [];
      return (change.kind === 'changed' || (change.kind === 'moved' && side === 'after')) &&
        change.content?.kind === 'raw'
        ? [change[side].index]
        : [];
    }),
  );
}

function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const isOurs =
    node.type === 'element' &&
    ('dataNote' in node.properties ||
      'dataSign' in node.properties ||
      'dataNotation' in node.properties ||
      node.properties['dataPart'] === 'alt' ||
      node.properties['dataPicture'] === 'missing');
  if (isOurs) return '';
  // The name over a block that is kept is ours, too.
  const isKept = node.type === 'element' && 'dataOpaque' in node.properties;
  return (isKept ? node.children.slice(1) : node.children).map(wordsIn).join('');
}
