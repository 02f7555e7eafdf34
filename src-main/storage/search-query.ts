/** Turns what a person types into an FTS5 query that can never be a syntax error. */
import { foldForSearch, foldWord } from '#shared/document/folding.ts';

export interface SearchQuery {
  /** FTS5 MATCH expression: every word by prefix, every "phrase" as it stands. */
  readonly match: string;
  /** Folded words, for marking hits. */
  readonly words: readonly string[];
}

const maxTerms = 24;

/** Null when there is nothing to search for (no letters or digits). */
export function parseSearchQuery(input: string): SearchQuery | null {
  const terms: string[] = [];
  const words: string[] = [];
  for (const [, phrase, loose] of input.matchAll(/"([^"]*)"|([^"]+)/g)) {
    const found = wordsIn(phrase ?? loose ?? '');
    words.push(...found.map(foldWord));
    if (phrase !== undefined && found.length > 0) terms.push(`"${found.map(foldForSearch).join(' ')}"`);
    else terms.push(...found.map((word) => `"${foldForSearch(word)}"*`));
  }
  if (terms.length === 0) return null;
  return { match: terms.slice(0, maxTerms).join(' AND '), words: words.slice(0, maxTerms) };
}

/** Words as unicode61 splits them: runs of letters, digits and marks. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}
