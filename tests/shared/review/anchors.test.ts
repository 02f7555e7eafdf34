import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '#shared/document/serialized.ts';
import {
  bodyOf,
  divider,
  emptyDocument,
  image,
  lineBreak,
  link,
  list,
  listItem,
  opaque,
  paragraph,
  text,
} from '#shared/document/serialized.ts';
import { markdownToBody } from '#shared/document/markdown.ts';
import { plainText } from '#shared/document/text.ts';
import { applySuggestion } from '#shared/review/apply-suggestion.ts';
import { blockText } from '#shared/review/block-text.ts';
import { createLocator, locateAnchor, makeAnchor } from '#shared/review/locate-anchor.ts';

const paragraphs = (...lines: string[]) => lines.map((line) => paragraph(text(line)));
const bodyOfLines = (...lines: string[]) => markdownToBody(lines.join('\n\n'));
const anchorOn = (body: ReturnType<typeof bodyOfLines>, words: string) => {
  const texts = blocksOf(body).map(blockText);
  const block = texts.findIndex((text) => text.includes(words));
  const start = (texts[block] as string).indexOf(words);
  return makeAnchor(body, block, start, start + words.length);
};

describe('an anchor', () => {
  const body = bodyOfLines('Ala ma kota.', 'Kot ma **żółtą** piłkę i śpi.', 'Ala śpi.');

  test('is found where it was made, formats or not', () => {
    expect(locateAnchor(body, anchorOn(body, 'żółtą piłkę'))).toMatchObject({
      block: 1,
      start: 7,
      end: 18,
      isReworded: false,
    });
  });

  test('follows its block, and words typed before it', () => {
    const anchor = anchorOn(body, 'żółtą piłkę');
    const changed = bodyOfLines('Nowy.', 'Ala śpi.', 'Nasz kot ma **żółtą** piłkę.', 'Ala ma kota.');
    expect(locateAnchor(changed, anchor)).toMatchObject({ block: 2, start: 12, end: 23 });
  });

  test('means the right one of several, by what stands around it', () => {
    const twice = bodyOfLines('W poniedziałek Ala śpi do ósmej.', 'We wtorek Ala śpi do dziewiątej.');
    const anchor = makeAnchor(twice, 1, 10, 17);
    expect(anchor.exact).toBe('Ala śpi');
    const swapped = bodyOfLines('We wtorek Ala śpi do dziewiątej.', 'W poniedziałek Ala śpi do ósmej.');
    expect(locateAnchor(swapped, anchor)).toMatchObject({ block: 0 });
  });

  test('is lost with its words, and not found in others', () => {
    const anchor = anchorOn(body, 'ma kota');
    expect(locateAnchor(bodyOfLines('Kot ma żółtą piłkę.', 'Ala śpi.'), anchor)).toBeNull();
    const short = anchorOn(body, 'ma');
    expect(locateAnchor(bodyOfLines('Zupełnie inny tekst, który ma inne słowa.'), short)).toBeNull();
  });

  const wordsAt = (texts: readonly string[], anchor: ReturnType<typeof anchorOn>) => {
    const found = createLocator(paragraphs(...texts))(anchor);
    return found && texts[found.block]?.slice(found.start, found.end);
  };

  test.each([
    ['Kot ma różową piłkę i śpi.', 'różową piłkę'],
    ['Kot ma bardzo żółte piłeczki i śpi.', 'bardzo żółte piłeczki'],
    ['Nasz kot ma żółtą, dużą piłkę i śpi.', 'żółtą, dużą piłkę'],
    ['Kot ma coś i śpi.', 'coś'],
  ])('stays on its words when they are reworded: %s', (line, words) => {
    const anchor = anchorOn(body, 'żółtą piłkę');
    expect(wordsAt(['Nowy akapit.', line, 'Ala śpi.'], anchor)).toBe(words);
    expect(createLocator(paragraphs(line))(anchor)).toMatchObject({
      isReworded: !line.includes('żółtą piłkę'),
    });
  });

  test('stands, if anywhere, on words of a block, whatever became of the text', () => {
    const words = fc.array(fc.constantFrom('kot', 'ma', 'żółtą', 'piłkę', 'i', 'śpi', 'Ala', '—'), {
      maxLength: 12,
    });
    const lines = fc.array(
      words.map((some) => some.join(' ')),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, lines, fc.nat(), fc.nat(), (before, now, one, other) => {
        const { length } = before[0] as string;
        const [start, end] = [one % (length + 1), other % (length + 1)].toSorted((a, b) => a - b);
        const found = createLocator(paragraphs(...now))(
          makeAnchor(bodyOf(paragraphs(...before)), 0, start as number, end as number),
        );
        if (!found) return;
        expect(now[found.block]?.length).toBeGreaterThanOrEqual(found.end);
        expect(start === end || found.start < found.end).toBe(true);
      }),
    );
  });

  test.each([
    ['kota', 0, ['Ala ma kota i psa.'], ['Ala ma chomika i psa.', 'Ola ma kota i psa.'], [0, 'chomika']],
    [
      'jutro',
      0,
      ['Zadzwoń do mnie jutro. Napisz do mnie jutro.'],
      ['Zadzwoń do mnie dziś. Napisz do mnie jutro.'],
      [0, 'dziś'],
    ],
    ['kota', 0, ['Ala ma kota i psa.'], ['Nic tu nie ma.', 'A.', 'B.', 'Kuba ma kota i papugę.'], null],
    [
      'kota',
      1,
      ['Ala ma kota.', 'Ola ma kota i psa.'],
      ['Nowy.', 'Ala ma kota.', 'Drugi.', 'Ola ma starego kota i psa.'],
      [3, 'kota'],
    ],
  ])('on “%s” is not taken for the same words elsewhere', (words, block, before, now, expected) => {
    const start = (before[block] as string).indexOf(words);
    const anchor = makeAnchor(bodyOf(paragraphs(...before)), block, start, start + words.length);
    const found = createLocator(paragraphs(...now))(anchor);
    expect(found && [found.block, now[found.block]?.slice(found.start, found.end)]).toEqual(expected);
  });

  test('on removed words is lost, whatever stands around', () => {
    expect(wordsAt(['Kot ma i śpi.'], anchorOn(body, 'żółtą piłkę'))).toBeNull();
  });

  test('on words of a long text, cut from their surroundings, follows a rewording', () => {
    const own =
      'Wczoraj wieczorem siedzieliśmy na werandzie i słuchaliśmy deszczu, który padał od rana bez przerwy.';
    const anchor = anchorOn(bodyOfLines(own), 'słuchaliśmy deszczu');
    const now = own.replace('słuchaliśmy deszczu', 'patrzyliśmy na ulewę');
    expect(wordsAt([own.slice(0, 40), now], anchor)).toBe('patrzyliśmy na ulewę');
  });

  test('on a whole block follows it', () => {
    const anchor = makeAnchor(body, 1, 0, 0);
    const changed = bodyOfLines('Kot ma żółtą piłkę i mocno śpi.', 'Ala ma kota.');
    expect(locateAnchor(changed, anchor)).toMatchObject({ block: 0 });
  });

  test('is on words, not on the breaks around them; on a block where it would be too long to quote', () => {
    const broken = bodyOf([paragraph(text('jeden'), lineBreak(), text('dwa'))]);
    expect(makeAnchor(broken, 0, 0, 6)).toMatchObject({ exact: 'jeden', end: 5 });
    expect(makeAnchor(broken, 0, 5, 6)).toMatchObject({ exact: '', prefix: 'jeden\ndwa' });
    const long = bodyOf(paragraphs('słowo '.repeat(1_000)));
    expect(makeAnchor(long, 0, 0, 5_500)).toMatchObject({ exact: '', start: 0, end: 0 });
  });

  test('on a picture, a table or a line follows it, though it has no text', () => {
    const picture = image({ asset: 'a'.repeat(64), alt: '' });
    const other = image({ asset: 'b'.repeat(64), alt: 'Kot' });
    const table = opaque('html', '<table><tr><td>Cena</td><td>10</td></tr></table>', 'table');
    const line = divider();
    const before = bodyOf([other, picture, table, line]);
    const now = [...paragraphs('Nowy.', 'Drugi.'), line, table, { ...picture, alt: 'Żółw' }, other];
    const found = [0, 1, 2, 3].map((block) => createLocator(now)(makeAnchor(before, block, 0, 0))?.block);
    expect(found).toEqual([5, 4, 3, 2]);
    expect(createLocator(paragraphs('Nowy.'))(makeAnchor(before, 1, 0, 0))).toBeNull();
  });

  test('survives whatever is edited elsewhere', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (before, after) => {
        const own = 'Tutaj stoją właśnie te słowa, o które chodzi w komentarzu.';
        const words = 'właśnie te słowa';
        const texts = ['x', own, 'y'];
        const anchor = {
          ...makeAnchor(bodyOfLines(...texts), 1, own.indexOf(words), own.indexOf(words) + words.length),
        };
        expect(anchor.exact).toBe(words);
        const now = [...before, own, ...after];
        const found = createLocator(paragraphs(...now))(anchor);
        expect(now[found?.block ?? -1]?.slice(found?.start, found?.end)).toBe(words);
      }),
    );
  });
});

describe('a suggestion', () => {
  const document = {
    ...emptyDocument('pl'),
    body: bodyOfLines('Ala ma **czarnego kota** i psa.', 'Koniec.'),
  };

  test('changes the anchored words and nothing else, in the form of the first', () => {
    const anchor = anchorOn(document.body, 'kota i');
    const changed = applySuggestion(document, locateAnchor(document.body, anchor)!, 'kocura oraz');
    expect(plainText(changed!.body)).toBe('Ala ma czarnego kocura oraz psa.\nKoniec.');
    const [first, second] = blocksOf(changed!.body) as unknown as {
      children: { text: string; format: number }[];
    }[];
    expect(first!.children.map(({ text, format }) => [text, format])).toEqual([
      ['Ala ma ', 0],
      ['czarnego kocura oraz', 1],
      [' psa.', 0],
    ]);
    expect(second).toEqual(blocksOf(document.body)[1]);
  });

  test('never goes over the end of a line, and brings line breaks as what they are', () => {
    const items = bodyOf([
      list(
        'bullet',
        ['jeden', 'dwa'].map((words) => listItem(1, [text(words)])),
      ),
    ]);
    const listed = { ...document, body: items };
    expect(applySuggestion(listed, { block: 0, start: 0, end: 9 }, 'x')).toBeNull();
    const changed = applySuggestion(listed, { block: 0, start: 6, end: 9 }, 'dwa\ni pół');
    expect(blockText(blocksOf(changed!.body)[0]!)).toBe('jeden\ndwa\ni pół');
    expect(JSON.stringify(changed!.body)).toContain('"linebreak"');
    expect(JSON.stringify(changed!.body)).not.toContain('\\n');
  });

  test('of all the words of a link leaves no link', () => {
    const linked = {
      ...document,
      body: bodyOf([paragraph(text('Patrz '), link('https://a.pl/', [text('tu')]))]),
    };
    const changed = applySuggestion(linked, { block: 0, start: 6, end: 8 }, '');
    expect(JSON.stringify(changed!.body)).not.toContain('link');
  });

  test('of any words, for any words, leaves the rest as it is', () => {
    const text = 'Zażółć gęślą jaźń, a potem odpocznij w cieniu drzewa.';
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.integer({ min: 1, max: 20 }),
        fc.string({ minLength: 1 }),
        (from, length, words) => {
          const to = Math.min(text.length, from + length);
          const plain = { ...document, body: bodyOfLines(text) };
          const changed = applySuggestion(plain, { block: 0, start: from, end: to }, words);
          expect(changed && blockText(blocksOf(changed.body)[0]!)).toBe(
            text.slice(0, from) + words + text.slice(to),
          );
        },
      ),
    );
  });
});
