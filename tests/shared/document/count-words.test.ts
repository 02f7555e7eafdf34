import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '#shared/document/count-words.ts';

test.each([
  ['', 0],
  ['W Łodzi, w maju – i w czerwcu.', 7],
  ['rock’n’roll w stylu e-maila: a@b.pl, 3,5 raza', 7],
  ['„Zażółć” gęślą\njaźń…', 3],
  ['😀 🇵🇱 – ! ?', 0],
  ['naïve café', 2],
])('%j has %i words', (text, count) => expect(countWords(text)).toBe(count));

/** What is meant, as a pattern. */
const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’.,:/@][\p{L}\p{N}\p{M}]+)*/gu;

test('counts what the pattern matches, in any text', () => {
  const pieces = fc.constantFrom(
    'a',
    'ż',
    '5',
    ' ',
    '-',
    '’',
    '.',
    '\u0301',
    '×',
    '😀',
    '𝒜',
    'ʒ',
    'Ж',
    '字',
    '\n',
    '@',
    '÷',
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: pieces, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 })),
      (text) => {
        expect(countWords(text)).toBe(text.match(pattern)?.length ?? 0);
      },
    ),
    { numRuns: 5_000 },
  );
});
