import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasOnlyBegun, parseSearchQuery } from '#main/storage/search-query.ts';
import { createLibraryBed, marksOf, textOf, type LibraryBed } from './library-bed.ts';

let bed: LibraryBed;

beforeEach(() => {
  bed = createLibraryBed();
  bed.write('Czarny AND biały', 'C++ oraz x-ray, 50% zniżki; title NEAR body NOT OR 🐢 koniec');
  bed.write('Inny', 'Zupełnie o czym innym.');
});
afterEach(() => bed.close());

describe('signs that mean something to FTS5 are only signs', () => {
  test.each([
    ['AND', 1],
    ['czarny AND biały', 1],
    ['NOT', 1],
    ['OR', 1],
    ['NEAR', 1],
    ['NEAR(title body)', 1],
    ['x-ray', 1],
    ['-ray', 1],
    ['-czarny', 1],
    ['czar*', 1],
    ['*czar', 1],
    ['title:body', 1],
    ['{title body}: czarny', 1],
    ['^czarny', 1],
    ['(czarny', 1],
    ['czarny)', 1],
    ["czarny'; DROP TABLE posts; --", 0],
    ['c++', 1],
    ['c++ oraz', 1],
    ['50%', 1],
    ['"czarny', 1],
    ['czarny"', 1],
    ['"czarny "biały"', 1],
    ['""czarny""', 1],
    ['🐢 czarny', 1],
    ['czarny\0biały', 1],
    ['czarny\\', 1],
  ])('%j finds %i', (query, total) => {
    expect(bed.list({ query }).total).toBe(total);
  });

  test.each(['"', '""', '" "', '*', '-', '+', '()', '🐢', '👨‍👩‍👧', '%', '…', '\\', "'", '\0', '"*"'])(
    '%j alone finds nothing',
    (query) => {
      expect(bed.list({ query })).toEqual({ total: 0, items: [] });
    },
  );

  test('the table that somebody wished gone is there', () => {
    bed.list({ query: '"; DROP TABLE posts; --' });
    expect(bed.list().total).toBe(2);
  });
});

const pieces = fc.oneof(
  fc.constantFrom('"', '*', '-', '+', '^', ':', '(', ')', '{', '}', ' ', 'AND', 'OR', 'NOT', 'NEAR', '\0'),
  fc.constantFrom('żółw', 'czar', '🐢', '\u0301', '\ue000', '\ud800', 'ß', '𞤀', '٣', '漢字', 'title'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyQuery = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

test('no question at all throws, and an answer never counts fewer than it lists', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const { total, items } = bed.list({ query });
      expect(total).toBe(items.length);
    }),
    { numRuns: 1_000 },
  );
});

test('marking only marks: what is shown is in the post, whatever is asked', () => {
  const post = 'Czarny AND biały\nC++ oraz x-ray, 50% zniżki; title NEAR body NOT OR 🐢 koniec';
  for (const query of ['czar', 'bialy', 'ko', 'near', '50 or', '"black" czarny', '"body not"']) {
    for (const { title, snippet } of bed.list({ query }).items.filter(({ wordCount }) => wordCount > 10)) {
      expect([title, snippet].flatMap(marksOf)).not.toEqual([]);
      for (const shown of [title, snippet]) expect(post).toContain(textOf(shown).replace(/^… | …$/g, ''));
    }
  }
});

describe('a question as FTS5 gets it', () => {
  test('words by prefix, phrases whole, folded where FTS5 does not', () => {
    expect(parseSearchQuery('Łódź "stary żółw" xy')).toEqual({
      match: '"Lódź"* AND "stary żólw" AND "xy"*',
      words: ['lodz', 'stary', 'zolw', 'xy'],
    });
  });

  test('a single letter is a word where it is done, and nothing yet where it begins the next', () => {
    expect(parseSearchQuery('witamina c ')?.match).toBe('"witamina"* AND "c"');
    expect(parseSearchQuery('c witamina')?.match).toBe('"c" AND "witamina"*');
    expect(parseSearchQuery('witamina c')).toEqual({ match: '"witamina"*', words: ['witamina'] });
    expect(parseSearchQuery('witamina ż')?.match).toBe('"witamina"*');
    expect(parseSearchQuery('c')?.match).toBe('"c"');
    expect(['c', ' ż', 'c ', 'ab', 'a b', '漢', ''].map(hasOnlyBegun)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('no more than 24 words are asked for', () => {
    const many = parseSearchQuery(Array.from({ length: 100 }, (_, index) => `s${index}`).join(' '));
    expect(many?.words).toHaveLength(24);
    expect(many?.match.split(' AND ')).toHaveLength(24);
  });
});
