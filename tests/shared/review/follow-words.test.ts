import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  emptyDocument,
  list,
  listItem,
  paragraph,
  bodyOf,
  text,
} from '#shared/document/serialized.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { blockText } from '#shared/review/block-text.ts';
import { followWords } from '#shared/review/follow-words.ts';
import { documentPairs } from '../diff/edited-documents.ts';

const documentOf = (...lines: string[]): PostDocument => ({
  ...emptyDocument('pl'),
  body: bodyOf(lines.map((line) => paragraph(text(line)))),
});
/** The words at a place. */
const wordsAt = (document: PostDocument, place: ReturnType<typeof followWords>) =>
  place && blockText(blocksOf(document.body)[place.block]!).slice(place.start, place.end);

function follow(before: readonly string[], after: readonly string[], words: string, block = 0) {
  const start = (before[block] as string).indexOf(words);
  const now = documentOf(...after);
  const place = followWords(documentOf(...before), now, { block, start, end: start + words.length });
  return place && { block: place.block, start: place.start, words: wordsAt(now, place) };
}

describe('words are followed', () => {
  test('with their block, and past what is written before them', () => {
    expect(follow(['Ala ma kota i psa.'], ['Nowy.', 'Nasza Ala ma kota i psa.'], 'kota')).toEqual({
      block: 1,
      start: 13,
      words: 'kota',
    });
  });

  test('never to the same ones elsewhere', () => {
    expect(follow(['Jutro. Zadzwoń jutro.'], ['Dziś. Zadzwoń jutro.'], 'Jutro')).toBeNull();
    expect(
      follow(['Ala ma kota i psa.'], ['Ala ma i psa.', 'Kuba lubi tylko jednego kota.'], 'kota'),
    ).toBeNull();
  });

  test('not when a word in them is another, or one came between', () => {
    expect(follow(['Ala ma rudego kota i psa.'], ['Ala ma czarnego kota i psa.'], 'rudego kota')).toBeNull();
    expect(
      follow(['Ala ma rudego kota i psa.'], ['Ala ma rudego, dużego kota i psa.'], 'rudego kota'),
    ).toBeNull();
  });

  test('of two sentences that say the same, to the one that was meant', () => {
    const twice = 'To zdanie stoi w tym wpisie całe dwa razy.';
    expect(follow([`${twice} Koniec.`, twice], ['Inny początek. Koniec.', twice], twice)).toBeNull();
    expect(follow([twice, 'Między.', twice], [twice, 'Między nimi.', twice], twice, 2)).toMatchObject({
      block: 2,
    });
  });

  test('into the part of a paragraph that became two, and out of two that became one', () => {
    const [one, two] = ['Pierwsza część akapitu o kotach', 'druga część tego akapitu o psach'];
    expect(follow([`${one} ${two}`], [one, two], 'psach')).toMatchObject({ block: 1, words: 'psach' });
    expect(follow([one, two], [`${one} ${two}`], 'psach', 1)).toMatchObject({ block: 0, words: 'psach' });
  });

  test('in lists', () => {
    const listOf = (...items: string[]): PostDocument => ({
      ...emptyDocument('pl'),
      body: bodyOf([
        list(
          'bullet',
          items.map((words) => listItem(1, [text(words)])),
        ),
      ]),
    });
    const now = listOf('chleb', 'masło', 'mleko');
    const place = followWords(listOf('chleb', 'mleko'), now, { block: 0, start: 6, end: 11 });
    expect(wordsAt(now, place)).toBe('mleko');
  });

  test('to the very same words, whatever was done to the document', () => {
    fc.assert(
      fc.property(documentPairs, fc.nat(), fc.nat(), fc.nat(), ([before, after], block, one, other) => {
        const blocks = blocksOf(before.body);
        const at = block % blocks.length;
        const { length } = blockText(blocks[at]!);
        const [start, end] = [one % (length + 1), other % (length + 1)].toSorted((a, b) => a - b) as [
          number,
          number,
        ];
        const found = followWords(before, after, { block: at, start, end });
        expect(found === null || wordsAt(after, found) === wordsAt(before, { block: at, start, end })).toBe(
          true,
        );
      }),
    );
  });
});
