import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLibraryBed, marksOf, type LibraryBed } from './library-bed.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const find = (query: string) => bed.titles({ query });

describe('what is found', () => {
  test('words by their beginning, never by their middle', () => {
    bed.write('Publikowanie');
    expect(find('p')).toEqual(['Publikowanie']);
    expect(find('pub')).toEqual(['Publikowanie']);
    expect(find('PUBLIKOWAN')).toEqual(['Publikowanie']);
    expect(find('likowanie')).toEqual([]);
    expect(find('publikowania')).toEqual([]);
  });

  test('posts with every word, wherever each stands', () => {
    bed.write('Żółw', 'pływa w stawie', { tags: ['wieczór'], excerpt: 'cisza' });
    bed.write('Żółw', 'śpi');
    expect(bed.list({ query: 'żółw' }).total).toBe(2);
    expect(bed.list({ query: 'staw wiecz cisz żół' }).total).toBe(1);
    expect(find('żółw lata')).toEqual([]);
  });

  test('title, text, captions, excerpt, categories and tags', () => {
    bed.write('A', '![opisany](https://example.org/a.png)');
    bed.write('B', '', { excerpt: 'wyciągowy' });
    bed.write('C', '', { categories: ['Kategoryczny'] });
    bed.write('D', '', { tags: ['etykietowany'] });
    expect([find('opisany'), find('wyciag'), find('kategor'), find('etykiet')]).toEqual([
      ['A'],
      ['B'],
      ['C'],
      ['D'],
    ]);
  });

  test('a phrase as it stands', () => {
    bed.write('Razem', 'stary żółw błotny');
    bed.write('Osobno', 'błotny jest żółw stary');
    expect(find('"żółw błotny"')).toEqual(['Razem']);
    expect(find('"zolw blotny" stary')).toEqual(['Razem']);
    expect(bed.list({ query: 'żółw błotny' }).total).toBe(2);
    // A word of a phrase is whole.
    expect(find('"żółw błot"')).toEqual([]);
  });

  test('nothing for a word that is nowhere, everything for no question', () => {
    bed.write('Pierwszy');
    bed.write('Drugi');
    expect(bed.list({ query: 'trzeci' })).toEqual({ total: 0, items: [] });
    expect(bed.list({ query: ' \n ' }).total).toBe(2);
  });
});

describe('Polish letters', () => {
  test.each([
    ['zolw', 'żółw'],
    ['żółw', 'zolw'],
    ['ŻÓŁW', 'żółw'],
    ['lodz', 'Łódź'],
    ['Łódź', 'lodz'],
    ['łódź', 'LODZ'],
    ['zażółć', 'ZAZOLC'],
    ['gesla jazn', 'gęślą jaźń'],
    ['GĘŚLĄ', 'gesla'],
    ['strasse', 'Straße'],
    ['łódź', 'Łódź'.normalize('NFD')],
    ['łódź'.normalize('NFD'), 'Łódź'],
  ])('%s finds %s, in title and text', (query, written) => {
    bed.write(`${written} w tytule`);
    bed.write('W tekście', `Oto ${written} i reszta.`);
    bed.write('Coś innego', 'zupełnie');
    const { total, items } = bed.list({ query });
    expect(total).toBe(2);
    expect(marksOf(items[0]!.title)).toEqual(written.split(' '));
    expect(marksOf(items[1]!.snippet)).toEqual(written.split(' '));
  });

  test('folding does not make different words one', () => {
    bed.write('Łódka');
    expect(find('wodka')).toEqual([]);
  });
});

test('a word in the title weighs more than the same word a few times in the text', () => {
  bed.write('Na koniec', 'żółw '.repeat(5));
  bed.write('Żółw', 'Jedno zdanie o czym innym, długie jak to bywa w blogach.');
  bed.write('Środek', 'Tu żółw jest raz, a poza tym o wszystkim po trochu, i jeszcze więcej słów.');
  bed.write('Bez');
  expect(find('żółw')[0]).toBe('Żółw');
  expect(find('żółw')).toHaveLength(3);
});

test('an index that was lost is made anew from the posts', () => {
  bed.write('Żółw', 'pływa', { tags: ['staw'], excerpt: 'krótko' });
  const { db, posts } = bed.library;
  db.exec("INSERT INTO post_search (post_search) VALUES ('delete-all')");
  expect(find('żółw')).toEqual([]);
  posts.rebuildSearchIndex();
  posts.rebuildSearchIndex();
  for (const query of ['zolw', 'plywa', 'staw', 'krotko']) expect(find(query)).toEqual(['Żółw']);
});

test('an index of more posts than are read at once is made anew from them all', () => {
  bed.library.transaction(() => {
    for (let number = 1; number <= 1_001; number++) bed.write(`Post numer${number}x`, 'wspólne');
  });
  bed.library.posts.rebuildSearchIndex();
  expect(bed.list({ query: 'wspólne' }).total).toBe(1_001);
  for (const number of [1, 500, 501, 1_000, 1_001])
    expect(find(`numer${number}x`)).toEqual([`Post numer${number}x`]);
});
