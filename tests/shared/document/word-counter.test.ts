/** Whatever one text became of another, the words are those that a count of all of it finds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '#shared/document/count-words.ts';
import { createWordCounter } from '#shared/document/word-counter.ts';

const sign = fc.constantFrom('a', 'ż', ' ', '\n', '-', '’', '.', '\u0301', '𝒜', '\ud835');
const line = fc.string({ unit: sign, maxLength: 30 });
const edit = fc.record({ at: fc.nat(200), remove: fc.nat(40), put: line });

test('every text of a chain of edits', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(edit, { maxLength: 20 }), (lines, edits) => {
      const count = createWordCounter();
      let text = lines.join('\n');
      expect(count(text)).toBe(countWords(text));
      for (const { at, remove, put } of edits) {
        text = text.slice(0, at) + put + text.slice(at + remove);
        expect(count(text)).toBe(countWords(text));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('texts that have nothing in common, and none at all', () => {
  const count = createWordCounter();
  for (const text of ['', '\n', 'a b', '', 'rock-\nroll', 'c', 'c\n\nd-e', '\n\n'])
    expect(count(text)).toBe(countWords(text));
});
