/** What a comparison must not hide: every change a reader or a browser can notice is said or shown somewhere. */
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#shared/diff/apply-changes.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { diffToHast } from '#shared/diff/diff-to-hast.ts';
import type { DiffToHastOptions } from '#shared/diff/rendering/diff-to-hast-options.ts';
import { summarise } from '#shared/diff/summarise.ts';
import { diffTexts } from '#shared/diff/texts/diff-texts.ts';
import { createDocumentEditor } from '#shared/document/document-extension.ts';
import {
  blocksOf,
  code,
  emptyDocument,
  heading,
  image,
  lineBreak,
  link,
  list,
  listItem,
  opaque,
  paragraph,
  quote,
  text,
  type BlockJson,
} from '#shared/document/serialized.ts';
import { tableOf, wordPressTable } from './edited-tables.ts';
import { documentOf, outline } from './notation.ts';

const inEnglish: DiffToHastOptions = {
  layout: 'inline',
  context: Infinity,
  pictureUrl: () => null,
  texts: diffTexts('en'),
};
const said = (words: string) => paragraph(text(words));
const item = (words: string, checked?: boolean) => listItem(1, words === '' ? [] : [text(words)], checked);
const compare = (before: readonly BlockJson[], after: readonly BlockJson[]) =>
  diffDocuments(documentOf(before), documentOf(after));
const shown = (
  before: readonly BlockJson[],
  after: readonly BlockJson[],
  layout: DiffToHastOptions['layout'] = 'inline',
) => toHtml(diffToHast(compare(before, after), { ...inEnglish, layout }));

describe('taking some changes over', () => {
  test('leaves an editor a block to write in', () => {
    const before = documentOf([said('Jeden akapit, który ma w sobie więcej niż osiem słów, znika.')]);
    const diff = diffDocuments(before, documentOf([image({ asset: 'a'.repeat(64), alt: 'Żółw' })]));
    const without = applyChanges(before, diff, new Set(['b0']));
    expect(blocksOf(without.body)).toEqual([paragraph()]);
    expect(() => createDocumentEditor(without.body)).not.toThrow();
  });
});

describe('lists', () => {
  test('a ticked box, and a nested item, are said', () => {
    const html = shown(
      [list('check', [item('chleb', false), item('mleko', true)])],
      [list('check', [item('chleb', true), item('mleko', false)])],
    );
    expect(html).toContain('<span data-note="">ticked now</span>');
    expect(html).toContain('<span data-note="">no longer ticked</span>');
    const nested = listItem(2, [list('bullet', [item('gruszki')])]);
    expect(
      shown([list('bullet', [item('owoce'), item('gruszki')])], [list('bullet', [item('owoce'), nested])]),
    ).toContain('nested more deeply');
  });

  test('a moved item stands where it is, and where it was is no deletion', () => {
    const items = ['jabłka z sadu', 'gruszki od babci', 'śliwki z targu', 'maliny z lasu'].map((words) =>
      item(words),
    );
    const html = shown([list('bullet', items)], [list('bullet', [...items.slice(1), items[0]!])]);
    expect(html).not.toContain('<del>');
    expect(html).toContain('Moved; it was item 1');
    expect(html).toContain('Moved from here; it is item 4 now');
  });

  test('an empty item that came, and another kind of nested list, are marked', () => {
    expect(shown([list('bullet', [item('chleb')])], [list('bullet', [item('chleb'), item('')])])).toContain(
      '<li data-item="added"></li>',
    );
    const inner = (kind: 'bullet' | 'number', start = 1) => [
      list('bullet', [item('owoce'), listItem(2, [{ ...list(kind, [item('gruszki')]), start }])]),
    ];
    expect(shown(inner('bullet'), inner('number'))).toContain('Kind of list: bullets → numbers');
    expect(shown(inner('number'), inner('number', 5))).toContain('Numbered from: 1 → 5');
    expect(compare(inner('number'), inner('number', 5)).blocks[0]?.kind).toBe('changed');
  });

  test('a list is what it is now, whatever went from its beginning', () => {
    const html = shown(
      [list('bullet', [item('pierwszy, który znika'), item('drugi zostaje tutaj')])],
      [list('number', [item('drugi zostaje tutaj')])],
    );
    expect(html).toContain('<ol>');
    expect(html).not.toContain('<ul>');
  });
});

describe('what has no width', () => {
  test('line breaks and characters that are not seen get a sign', () => {
    const broken = paragraph(text('Ala'), lineBreak(), text('ma kota'));
    expect(shown([said('Ala ma kota')], [broken])).toContain('<span data-sign="">↵</span><br>');
    expect(shown([broken], [said('Ala ma kota')])).toContain('<span data-sign="">↵</span><br>');
    expect(shown([said('Ala ma kota')], [said('Ala ma\u200b kota')])).toContain(
      '<span data-sign="">U+200B</span>',
    );
  });
});

describe('links', () => {
  test('where words lead now is said in words', () => {
    const linked = (url: string, rel: string | null = null) => [
      paragraph(text('Patrz '), { ...link(url, [text('tu', 1), text('taj')]), rel }, text(' i wróć.')),
    ];
    expect(shown(linked('https://a.pl/'), linked('https://b.pl/'))).toContain(
      '<p data-note="">Link on “tutaj”: https://a.pl/ → https://b.pl/</p>',
    );
    expect(shown(linked('https://a.pl/'), linked('https://a.pl/', 'nofollow'))).toContain(
      'https://a.pl/ rel="" → https://a.pl/ rel="nofollow"',
    );
    const inList = (url: string) => [list('bullet', [listItem(1, [link(url, [text('lista')])])])];
    expect(shown(inList('https://a.pl/'), inList('https://b.pl/'))).toContain('Link on “lista”');
  });

  test('one without an address does not stop a comparison', () => {
    const odd = paragraph({ ...link('x', [text('tu')]), url: undefined as unknown as string });
    expect(shown([odd], [said('tam')])).toContain('tu');
  });
});

describe('blocks', () => {
  test('what a merged or split block became is said', () => {
    const [one, two] = [
      'Pierwszy akapit o tym, co było na początku',
      'drugi o tym, co przyszło potem wieczorem',
    ];
    const merged = shown([said(one), said(two)], [heading('h2', text(`${one} ${two}`))]);
    expect(merged).toContain('Several blocks became one');
    expect(merged).toContain('Kind of block: paragraph → heading, Heading: – → level 2');
    expect(shown([quote(text(`${one} ${two}`))], [quote(text(one)), said(two)])).toContain(
      'Kind of block: quote → paragraph',
    );
  });

  test('in columns, words that went from a moved block are marked where it was', () => {
    const words = ['W trzecim akapicie wszyscy wracają do domu', ' i jedzą kolację', ', a potem idą spać.'];
    const others = [said('Zażółć gęślą jaźń, powiedział żółw.'), said('Drugi akapit opowiada o lesie.')];
    const html = shown(
      [...others, said(words.join(''))],
      [said(`${words[0]}${words[2]}`), ...others],
      'columns',
    );
    expect(html).toMatch(/data-side="before"><p data-note="">Moved from here[^]*<del>[^<]*jedzą kolację/);
  });

  test('paragraphs that are all alike are paired by what only they say', () => {
    const names = ['Buty', 'Czapka', 'Kurtka', 'Szalik', 'Sweter', 'Koszula', 'Spodnie', 'Pasek'];
    const line = (name: string, price: number) =>
      said(
        `${name} – produkt dostępny w sklepie od ręki, wysyłka następnego dnia roboczego, cena ${price} zł.`,
      );
    const before = names.map((name) => line(name, 100));
    const after = [line('Torba', 300), ...names.map((name) => line(name, 120))];
    const changes = outline(compare(before, after));
    expect(changes[0]).toBe('added 0');
    expect(changes.slice(1)).toEqual(
      names.map((name) => expect.stringMatching(`^changed ${name} –.*\\[-100-\\]\\{\\+120\\+\\}`)),
    );
  });

  test('another picture is told by pictures, not by its file', () => {
    const picture = (letter: string) =>
      image({ asset: letter.repeat(64), alt: 'Żółw', width: 10, height: 10 });
    const html = shown([picture('a')], [{ ...picture('b'), width: 20 }]);
    expect(html).not.toMatch(/a{64}|Width|Picture:[^<]*→/);
    expect(shown([picture('a')], [{ ...picture('a'), width: 20 }])).toContain('Width: 10 → 20');
  });

  test('a block that only has another name says so', () => {
    const html = shown([opaque('html', '<hr class="x">', 'a')], [opaque('html', '<hr class="x">', 'b')]);
    expect(html).toContain('Name of the block: a → b');
    expect(html).not.toContain('only the HTML');
  });

  test('the form of words in a code block is nothing anybody sees', () => {
    const diff = compare([code('ts', text('let a;'))], [code('ts', text('let a;', 1))]);
    expect(diff.blocks[0]?.kind).toBe('same');
    expect(diff.hasUnseen).toBe(true);
  });

  test('notation is no words: only those in it are counted', () => {
    const frame = (attributes: string) => opaque('html', `<iframe ${attributes}></iframe>`, 'iframe');
    expect(summarise(compare([frame('id="a"')], [frame('id="a" class="b c d e"')]))).toMatchObject({
      wordsAdded: 0,
      wordsRemoved: 0,
      blocksChanged: 1,
    });
  });
});

test('terms that only stand in another order are told so', () => {
  const tagged = (...tags: string[]) => ({ ...emptyDocument('en'), tags });
  const html = toHtml(diffToHast(diffDocuments(tagged('kot', 'pies'), tagged('pies', 'kot')), inEnglish));
  expect(html).toContain('Only the order changed.');
});

test('signs of several parts stay whole', () => {
  const change = (before: string, after: string) => outline(compare([said(before)], [said(after)]));
  expect(change('Lot 🇵🇱 dziś', 'Lot 🇵🇹 dziś')).toEqual(['changed Lot [-🇵🇱-]{+🇵🇹+} dziś']);
  const [england, scotland] = ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'];
  expect(change(`Mecz ${england} dziś`, `Mecz ${scotland} dziś`)).toEqual([
    `changed Mecz [-${england}-]{+${scotland}+} dziś`,
  ]);
});

describe('HTML that is kept', () => {
  const notation = 'The HTML, compared';
  const row = (cell: string, word: string) =>
    [wordPressTable(tableOf('Kto | Co', `${word} | x`))].map((table) => ({
      ...table,
      raw: table.raw.replace('<td>x</td>', `<td>${cell}</td>`),
    }));

  test.each([
    ['<span style="color:red">x</span>', '<span style="color:blue">x</span>'],
    ['<a href="https://a.pl/" title="a">x</a>', '<a href="https://a.pl/" title="b">x</a>'],
    ['<a href="https://a.pl/">x</a>', '<a href="javascript:alert(1)">x</a>'],
    ['<em>x</em>', '<em onclick="alert(1)">x</em>'],
    [
      '<img src="https://a.pl/1.png" alt="x">',
      '<img src="https://a.pl/1.png" alt="x" srcset="https://a.pl/2.png 2x">',
    ],
  ])('in a cell is told beside a word that changed: %s → %s', (before, after) => {
    expect(shown(row(before, 'Kot'), row(after, 'Kotek'))).toContain(notation);
  });

  test('is not told where words and marks show it all', () => {
    expect(shown(row('x', 'Kot'), row('<strong>x</strong>', 'Kotek'))).not.toContain(notation);
    expect(
      shown(row('<a href="https://a.pl/">x</a>', 'Kot'), row('<a href="https://b.pl/">x</a>', 'Kotek')),
    ).not.toContain(notation);
  });

  test('of a caption is told', () => {
    const captioned = (attributes: string, words: string) => {
      const table = wordPressTable({ ...tableOf('Kto | Co', 'Kot | śpi'), caption: words });
      return [
        {
          ...table,
          raw: table.raw.replace('<figcaption class="wp-element-caption">', `<figcaption${attributes}>`),
        },
      ];
    };
    expect(shown(captioned('', 'Zwierzęta'), captioned(' class="x"', 'Wszystkie zwierzęta'))).toContain(
      notation,
    );
  });

  test.each([
    ['<p data-x="a>b1">Ala ma kota</p>', '<p data-x="a>b2">Ala ma psa</p>'],
    ['<!-- wp:group {"x":">1"} --><p>Ala ma kota</p>', '<!-- wp:group {"x":">2"} --><p>Ala ma psa</p>'],
    ['<p title="a > b" class="x">Ala ma kota</p>', '<p title="a > b" class="y">Ala ma psa</p>'],
  ])('is told where a bracket stands in a value: %s', (before, after) => {
    expect(shown([opaque('html', before, 'group')], [opaque('html', after, 'group')])).toContain(notation);
  });
});
