import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markupText } from '#shared/document/markup-text.ts';

test.each([
  ['<p>Ala <b>ma</b> kota</p>', ' Ala  ma  kota '],
  ['a<!-- > b --> c', 'a  c'],
  ['a <!-- b <i>c</i>', 'a  c '],
  ['1 < 2', '1 < 2'],
  ['', ''],
])('of %j', (html, text) => expect(markupText(html)).toBe(text));

test('as a regular expression says it, which takes long', () => {
  const piece = fc.constantFrom('<', '>', '<!--', '-->', 'a', ' ', '<b>', '</b>', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('');
      expect(markupText(html)).toBe(html.replaceAll(/<!--.*?-->|<[^>]*>/gs, ' '));
    }),
    { numRuns: 2_000 },
  );
});

test('of a million things left open', () => {
  for (const open of ['<', '<!--', '<!-->'.repeat(2)])
    expect(markupText(open.repeat(1_000_000))).toBeDefined();
});
