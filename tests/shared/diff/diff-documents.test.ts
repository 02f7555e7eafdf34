/** Comparisons as an editor would describe them. */
import { describe, expect, test } from 'vitest';
import { changeIds } from '#shared/diff/change-ids.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { summarise } from '#shared/diff/summarise.ts';
import {
  code,
  divider,
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
import { documentOf, outline, runsAsText } from './notation.ts';

const said = (words: string, format = 0) => paragraph(text(words, format));
const compare = (before: readonly BlockJson[], after: readonly BlockJson[]) =>
  diffDocuments(documentOf(before), documentOf(after));
const outlined = (before: readonly BlockJson[], after: readonly BlockJson[]) =>
  outline(compare(before, after));

const first = said('Zażółć gęślą jaźń, powiedział żółw do jeża na łące.');
const second = said('Drugi akapit opowiada o tym, co było potem w lesie.');
const third = said('W trzecim wszyscy wracają do domu i jedzą kolację.');

describe('words', () => {
  test('a changed word is only that word, and a Polish one is whole', () => {
    const changed = said('Zażółć gęśl jaźń, powiedział żółw do jeża na łące.');
    expect(outlined([first], [changed])).toEqual([
      'changed Zażółć [-gęślą-]{+gęśl+} jaźń, powiedział żółw do jeża na łące.',
    ]);
  });

  test.each([
    ['Kot śpi.', 'Rudy kot śpi.', '[-Kot-]{+Rudy kot+} śpi.'],
    ['To jest kot.', 'To jest rudy kot.', 'To jest {+rudy +}kot.'],
    [
      'Ala ma kota. Ola ma psa.',
      'Ala ma kota. Ula ma rybę. Ola ma psa.',
      'Ala ma kota. {+Ula ma rybę. +}Ola ma psa.',
    ],
    ['Kosztuje 3,5 zł.', 'Kosztuje 3,7 zł.', 'Kosztuje [-3,5-]{+3,7+} zł.'],
    ['Rodzina 👨‍👩‍👧 tu', 'Rodzina 👨‍👩‍👦 tu', 'Rodzina [-👨‍👩‍👧-]{+👨‍👩‍👦+} tu'],
    ['kot, pies i mysz', 'kot pies i mysz', 'kot[-,-] pies i mysz'],
    ['w domu', 'w\u00a0domu', 'w[- -]{+\u00a0+}domu'],
    ['東京に行く', '京都に行く', '[-東-]京{+都+}に行く'],
  ])('%s → %s', (before, after, expected) => {
    expect(outlined([said(before)], [said(after)])).toEqual([`changed ${expected}`]);
  });

  test('a rewritten sentence is one piece, without small words of the old one left standing in it', () => {
    const [was] = ['Całe to zdanie mówi o tym, że w lecie bywa gorąco i sucho.'];
    const rest = ' Potem przychodzi jesień, a z nią deszcz, mgła i długie wieczory przy lampie.';
    const now = 'Nikt natomiast nie wspomina, jak zimą marzną nam dłonie i stopy.';
    expect(outlined([said(was + rest)], [said(now + rest)])).toEqual([
      `changed [-${was.slice(0, -1)}-]{+${now.slice(0, -1)}+}.${rest}`,
    ]);
  });
});

describe('marks', () => {
  test('bold, code and a link are changes of form, not of words', () => {
    const before = [said('Ala ma kota i psa.')];
    const after = [
      paragraph(
        text('Ala '),
        text('ma', 1),
        text(' kota i '),
        link('https://a.pl/', [text('psa')]),
        text('.'),
      ),
    ];
    const [change] = compare(before, after).blocks;
    expect(change).toMatchObject({ kind: 'changed', content: { kind: 'inline' } });
    expect(outlined(before, after)).toEqual(['changed Ala ~ma~ kota i ~psa~.']);
    expect(formatsOf(compare(before, after))).toEqual([
      [{ format: 'bold', change: 'added' }],
      [{ format: 'link', change: 'added', before: null, after: 'https://a.pl/' }],
    ]);
  });

  test('a link that leads elsewhere, or opens otherwise', () => {
    const linked = (url: string, target: string | null) => [paragraph(link(url, [text('tu')], target))];
    const before = linked('https://a.pl/', null);
    expect(formatsOf(compare(before, linked('https://b.pl/', null)))).toEqual([
      [{ format: 'link', change: 'changed', before: 'https://a.pl/', after: 'https://b.pl/' }],
    ]);
    expect(formatsOf(compare(before, linked('https://a.pl/', '_blank')))).toEqual([
      [
        {
          format: 'link',
          change: 'changed',
          before: 'https://a.pl/ target=""',
          after: 'https://a.pl/ target="_blank"',
        },
      ],
    ]);
  });

  test('text cut into nodes otherwise is the same text', () => {
    expect(outlined([said('Ala ma kota')], [paragraph(text('Ala '), text('ma kota'))])).toEqual(['same']);
  });
});

describe('blocks', () => {
  test('a moved paragraph is moved, the others stay', () => {
    expect(outlined([first, second, third], [third, first, second])).toEqual([
      'moved 2→0',
      'same',
      'same',
      'moved-away 2',
    ]);
  });

  test('a moved and changed one is both', () => {
    const changed = said('W trzecim wszyscy wracają do domu i jedzą obiad.');
    expect(outlined([first, second, third], [changed, first, second])).toEqual([
      'moved 2→0 W trzecim wszyscy wracają do domu i jedzą [-kolację-]{+obiad+}.',
      'same',
      'same',
      'moved-away 2',
    ]);
  });

  test('one more, one less', () => {
    expect(outlined([first, third], [first, second])).toEqual(['same', 'removed 1', 'added 1']);
    expect(outlined([first, third], [first, second, third])).toEqual(['same', 'added 1', 'same']);
  });

  test('a paragraph split in two has lost and won nothing', () => {
    const both = said('Zażółć gęślą jaźń, powiedział żółw. Jeż na łące nie odpowiedział nic.');
    const halves = [said('Zażółć gęślą jaźń, powiedział żółw.'), said('Jeż na łące nie odpowiedział nic.')];
    const split = compare([both, third], [...halves, third]);
    expect(outline(split)).toEqual([
      'split Zażółć gęślą jaźń, powiedział żółw.[- -] ¶ Jeż na łące nie odpowiedział nic.',
      'same',
    ]);
    expect(summarise(split)).toMatchObject({
      wordsAdded: 0,
      wordsRemoved: 0,
      blocksChanged: 1,
      blocksAdded: 0,
    });
    expect(outlined([...halves, third], [both, third])[0]).toBe(
      'merged Zażółć gęślą jaźń, powiedział żółw. ¶ {+ +}Jeż na łące nie odpowiedział nic.',
    );
  });

  test('a heading of another level, a paragraph that became a quote', () => {
    expect(outlined([heading('h2', text('Żółw i jeż'))], [heading('h3', text('Żółw i jeż'))])).toEqual([
      'changed tag:h2→h3 Żółw i jeż',
    ]);
    expect(outlined([second], [quote(...second.children)])[0]).toMatch(/^changed type:paragraph→quote Drugi/);
  });

  test('empty paragraphs and dividers never move', () => {
    expect(outlined([paragraph(), first, divider()], [divider(), first, paragraph()])).toEqual([
      'removed 0',
      'added 0',
      'same',
      'removed 2',
      'added 2',
    ]);
  });

  test('code by line', () => {
    const lines = (...rows: string[]) => code('ts', ...rows.flatMap((row) => [text(row), lineBreak()]));
    expect(outlined([lines('let a = 1;', 'let b = 2;')], [lines('let a = 1;', 'let b = 3;')])).toEqual([
      'changed let a = 1;\nlet b = [-2-]{+3+};\n',
    ]);
  });
});

describe('lists', () => {
  const item = (words: string, checked?: boolean) => listItem(1, [text(words)], checked);

  test('by item: one more, one ticked, one moved', () => {
    const before = list('check', [item('kupić mleko', false), item('oddać książki do biblioteki', false)]);
    const after = list('check', [
      item('kupić mleko', true),
      item('umyć okna', false),
      item('oddać książki do biblioteki', false),
    ]);
    expect(outlined([before], [after])).toEqual([
      'changed changed checked:true kupić mleko | added 0 | same',
    ]);
    const shopping = ['dwa kilo mąki', 'litr mleka', 'kostka masła'].map((words) => item(words));
    const [flour, milk, butter] = shopping as [
      (typeof shopping)[0],
      (typeof shopping)[0],
      (typeof shopping)[0],
    ];
    expect(outlined([list('bullet', shopping)], [list('bullet', [butter, flour, milk])])).toEqual([
      'changed moved kostka masła | same | same | moved-away',
    ]);
  });

  test('nested ones, and how deep they stand', () => {
    const flat = list('bullet', [item('owoce'), item('jabłka i gruszki'), item('warzywa')]);
    const nested = list('bullet', [
      item('owoce'),
      listItem(2, [list('bullet', [item('jabłka i śliwki')])]),
      item('warzywa'),
    ]);
    expect(outlined([flat], [nested])).toEqual([
      'changed same | changed depth:1 jabłka i [-gruszki-]{+śliwki+} | same',
    ]);
  });
});

describe('other blocks', () => {
  const picture = image({ asset: 'ab'.repeat(32), alt: 'Żółw na łące', caption: 'Żółw' });

  test('a picture’s alternative text, caption, and the picture itself', () => {
    expect(outlined([picture], [{ ...picture, alt: 'Jeż na łące' }])).toEqual([
      'changed alt [-Żółw-]{+Jeż+} na łące, caption Żółw',
    ]);
    const [other] = outlined(
      [first, picture, second],
      [first, { ...picture, asset: 'cd'.repeat(32) }, second],
    ).slice(1);
    expect(other).toMatch(/^changed asset:.* other picture, alt Żółw na łące, caption Żółw$/);
  });

  test('what is kept as it is, by its own notation; an unknown kind by its JSON', () => {
    const table = (cell: string) =>
      opaque('wordpress', `<!-- wp:table --><td>jeden</td><td>${cell}</td>`, 'table');
    expect(outlined([table('dwa')], [table('trzy')])).toEqual([
      'changed <!-- wp:table --><td>jeden</td><td>[-dwa-]{+trzy+}</td>',
    ]);
    const unknown = (cell: string) => ({ type: 'poll', version: 1, question: cell }) as unknown as BlockJson;
    expect(outlined([unknown('tak')], [unknown('nie')])[0]).toContain('"question": "[-tak-]{+nie+}"');
    const broken = {
      ...list('bullet', []),
      children: [{ type: 'odd', text: 'tak' }],
    } as unknown as BlockJson;
    const whole = list('bullet', [listItem(1, [text('tak')])]);
    expect(outlined([broken], [whole])).toEqual(['removed 0', 'added 0']);
  });
});

test('fields, each with what changed in it', () => {
  const before = documentOf([first], { title: 'Żółw i jeż', tags: ['a', 'b'], categories: ['IT', 'Blog'] });
  const after = documentOf([first], {
    title: 'Żółw i zając',
    tags: ['b', 'c'],
    categories: ['Blog', 'IT'],
    featuredImage: { asset: 'ab'.repeat(32), alt: 'Zając' },
  });
  const diff = diffDocuments(before, after);
  expect(changeIds(diff)).toEqual(['title', 'categories', 'tags', 'featuredImage']);
  const [title, categories, tags, featured] = diff.fields;
  expect(title?.field === 'title' && runsAsText(title.runs)).toBe('Żółw i [-jeż-]{+zając+}');
  expect(categories).toMatchObject({ added: [], removed: [] });
  expect(tags).toMatchObject({ added: ['c'], removed: ['a'] });
  expect(featured).toMatchObject({ isPictureChanged: true, alt: [{ kind: 'added', text: 'Zając' }] });
});

test('in numbers', () => {
  const changed = said('Drugi akapit opowiada o tym, co było wcześniej w gęstym lesie.');
  const diff = diffDocuments(
    documentOf([first, second, third], { title: 'a' }),
    documentOf([third, first, changed, said('I koniec tej bajki.')], { title: 'b' }),
  );
  expect(summarise(diff)).toEqual({
    wordsAdded: 6, // wcześniej, gęstym, I koniec tej bajki
    wordsRemoved: 1,
    blocksAdded: 1,
    blocksRemoved: 0,
    blocksChanged: 1,
    blocksMoved: 1,
    fieldsChanged: 1,
  });
});

function formatsOf({ blocks }: ReturnType<typeof diffDocuments>) {
  return blocks.flatMap((change) =>
    change.kind === 'changed' && change.content.kind === 'inline'
      ? change.content.runs.flatMap(({ formats }) => (formats ? [formats] : []))
      : [],
  );
}
