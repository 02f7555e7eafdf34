/** The words around a comparison in a review file, in the language of its post. */
import type { DiffTexts } from '#shared/diff/rendering/diff-to-hast-options.ts';
import type { FormatChange } from '#shared/diff/document-diff.ts';
import type { PostLanguage } from './bundle-words.ts';

const fields = {
  en: {
    title: 'Title',
    excerpt: 'Excerpt',
    slug: 'Slug',
    language: 'Language',
    categories: 'Categories',
    tags: 'Tags',
    featuredImage: 'Featured image',
  },
  pl: {
    title: 'Tytuł',
    excerpt: 'Zajawka',
    slug: 'Slug',
    language: 'Język',
    categories: 'Kategorie',
    tags: 'Tagi',
    featuredImage: 'Obrazek wyróżniający',
  },
} as const;

const form = { en: 'form', pl: 'forma' } as const;

export function comparisonWords(language: PostLanguage): DiffTexts {
  const common = {
    field: (field: keyof (typeof fields)['en']) => fields[language][field],
    attributes: () => '',
    formats: (changes: readonly FormatChange[]) =>
      changes
        .map(
          ({ before, after }) =>
            `${form[language]}${before || after ? `: ${before ?? '–'} → ${after ?? '–'}` : ''}`,
        )
        .join(', '),
  };
  return language === 'pl'
    ? {
        ...common,
        folded: (count) => `Bloki bez zmian: ${count}`,
        movedFrom: (block) => `Przeniesiony; był blokiem ${block}`,
        movedTo: (block) => `Przeniesiony stąd; jest teraz blokiem ${block}`,
        split: 'Z jednego bloku powstało kilka',
        merged: 'Z kilku bloków powstał jeden',
        alt: 'Tekst alternatywny:',
        noPicture: (alt) => `Obraz: ${alt || '–'}`,
        opaque: (label) => `Zachowany bez zmian: ${label}`,
      }
    : {
        ...common,
        folded: (count) => `Unchanged blocks: ${count}`,
        movedFrom: (block) => `Moved; it was block ${block}`,
        movedTo: (block) => `Moved from here; it is block ${block} now`,
        split: 'One block became several',
        merged: 'Several blocks became one',
        alt: 'Alternative text:',
        noPicture: (alt) => `Picture: ${alt || '–'}`,
        opaque: (label) => `Kept as it is: ${label}`,
      };
}
