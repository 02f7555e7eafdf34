/** The words around a comparison in a review file, in the language of its post. */
import type { DiffTexts, TableCounts } from '#shared/diff/rendering/diff-to-hast-options.ts';
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

const tableCounts = {
  en: {
    rowsAdded: 'rows added',
    rowsRemoved: 'rows removed',
    rowsMoved: 'rows moved',
    rowsChanged: 'rows changed',
    columnsAdded: 'columns added',
    columnsRemoved: 'columns removed',
  },
  pl: {
    rowsAdded: 'dodane wiersze',
    rowsRemoved: 'usunięte wiersze',
    rowsMoved: 'przeniesione wiersze',
    rowsChanged: 'zmienione wiersze',
    columnsAdded: 'dodane kolumny',
    columnsRemoved: 'usunięte kolumny',
  },
} as const;

const inTable = { en: 'In this table', pl: 'W tej tabeli' } as const;

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
    table: (counts: TableCounts) => {
      const said = (Object.keys(counts) as (keyof TableCounts)[])
        .filter((what) => counts[what] > 0)
        .map((what) => `${tableCounts[language][what]}: ${counts[what]}`);
      return said.length === 0 ? '' : `${inTable[language]}: ${said.join(', ')}`;
    },
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
        opaque: (label) => `Zachowane jako HTML: ${label}`,
        rowMovedFrom: (row) => `Przeniesiony; był wierszem ${row}`,
        rowMovedTo: (row) => `Przeniesiony stąd; jest teraz wierszem ${row}`,
        tableAsText: 'Komórek tej tabeli nie da się pewnie dopasować, więc porównano jej kod HTML.',
        sameWords: 'Słowa są te same; zmienił się tylko kod HTML wokół nich.',
        notation: 'Porównanie kodu HTML',
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
        opaque: (label) => `Kept as HTML: ${label}`,
        rowMovedFrom: (row) => `Moved; it was row ${row}`,
        rowMovedTo: (row) => `Moved from here; it is row ${row} now`,
        tableAsText: 'The cells of this table cannot be matched with certainty, so its HTML is compared.',
        sameWords: 'The words are the same; only the HTML around them changed.',
        notation: 'The HTML, compared',
      };
}
