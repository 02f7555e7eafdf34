/** Posts as a real library has them: Polish and English words, a few common and many rare. */
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, paragraphOf } from '../main/connectors/sample-post.ts';
import { seededRandom, type SeededRandom } from '../torture/seeded-random.ts';

const syllables = {
  pl: [
    'ko',
    'wa',
    'ść',
    'prze',
    'żół',
    'nie',
    'szcz',
    'ło',
    'mia',
    'cho',
    'dzi',
    'gę',
    'ką',
    'pis',
    'ryn',
    'sta',
    'wy',
    'ze',
    'na',
    'ni',
  ],
  en: [
    'the',
    'ing',
    'mar',
    'ket',
    'con',
    'ter',
    'pro',
    'duct',
    're',
    'port',
    'read',
    'er',
    'week',
    'ly',
    'note',
    'book',
    'sell',
    'ship',
    'in',
    'out',
  ],
} as const;
const vocabularySize = 20_000;

function vocabulary(random: SeededRandom, language: 'pl' | 'en'): string[] {
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    words.add(Array.from({ length: 1 + random.below(4) }, () => random.pick(syllables[language])).join(''));
  }
  return [...words];
}

export interface Generator {
  words(count: number, language?: 'pl' | 'en'): string;
  post(wordCount: number): PostDocument;
}

export function createGenerator(seed: number): Generator {
  const random = seededRandom(seed);
  const words = { pl: vocabulary(random, 'pl'), en: vocabulary(random, 'en') };
  /** As in language: the n-th word comes about n times more seldom than the first (Zipf). */
  const word = (language: 'pl' | 'en') =>
    words[language][Math.floor(vocabularySize ** random.next()) - 1] ?? '';
  const some = (count: number, language: 'pl' | 'en') =>
    Array.from({ length: count }, () => word(language)).join(' ');
  return {
    words: (count, language = 'pl') => some(count, language),
    post(wordCount) {
      const language = random.next() < 0.5 ? 'pl' : 'en';
      const paragraphs = Math.max(1, Math.round(wordCount / 60));
      return {
        ...emptyDocument(language),
        title: some(3 + random.below(5), language),
        excerpt: some(12, language),
        categories: [`Kategoria ${random.below(20)}`],
        tags: [`tag${random.below(500)}`],
        body: bodyOf(
          ...Array.from({ length: paragraphs }, () =>
            paragraphOf(`${some(Math.round(wordCount / paragraphs), language)}.`),
          ),
        ),
      };
    },
  };
}
