/** Finding a block kind by a few letters, in English or Polish, with or without diacritics. */
import { foldWord } from '#shared/document/folding.ts';
import type { BlockKind } from './block-actions.ts';

const keywords: Readonly<Record<BlockKind, string>> = {
  paragraph: 'paragraph text akapit tekst',
  h2: 'heading 2 h2 title naglowek',
  h3: 'heading 3 h3 subheading naglowek podtytul',
  h4: 'heading 4 h4 naglowek',
  bullet: 'bulleted list unordered lista punktowana wypunktowanie',
  number: 'numbered list ordered lista numerowana',
  check: 'check list todo task lista zadan',
  quote: 'quote blockquote cytat',
  code: 'code block kod programu',
  divider: 'divider separator line hr linia rozdzielacz',
  image: 'image picture photo obraz obrazek zdjecie',
};

export function matchesBlock(kind: BlockKind, query: string): boolean {
  const wanted = foldWord(query);
  return keywords[kind].split(' ').some((word) => word.startsWith(wanted)) || keywords[kind].includes(wanted);
}
