/** Turns what a person types into an FTS5 query that can never be a syntax error. */
import { foldForSearch, foldWord } from '#shared/document/folding.ts';

export interface SearchQuery {
  /** FTS5 MATCH expression: every word by prefix, every "phrase" as it stands. */
  readonly match: string;
  /** Folded words, for marking hits. */
  readonly words: readonly string[];
}

const maxTerms = 24;
const endsInLetter = /(?:^|[^\p{L}\p{N}\p{M}])[\p{L}\p{N}]$/u;

interface Term {
  readonly match: string;
  /** Folded, for marking hits. */
  readonly words: readonly string[];
}

/** Null when there is nothing to search for (no letters or digits). */
export function parseSearchQuery(input: string): SearchQuery | null {
  const terms: Term[] = [];
  for (const [, phrase, loose] of input.matchAll(/"([^"]*)"|([^"]+)/g)) {
    const found = wordsIn(phrase ?? loose ?? '');
    if (phrase === undefined) terms.push(...found.map(looseTerm));
    else if (found.length > 0)
      terms.push({ match: `"${found.map(foldForSearch).join(' ')}"`, words: found.map(foldWord) });
  }
  // The next word has only begun: nearly every post has a word with that letter, so it says nothing yet.
  if (terms.length > 1 && endsInLetter.test(input) && isSingleLetter(terms.at(-1))) terms.pop();
  const kept = terms.slice(0, maxTerms);
  if (kept.length === 0) return null;
  return {
    match: kept.map(({ match }) => match).join(' AND '),
    words: kept.flatMap(({ words }) => words).slice(0, maxTerms),
  };
}

/** True when nothing but the first letter of a word was typed yet. */
export function hasOnlyBegun(input: string): boolean {
  const words = wordsIn(input);
  return words.length === 1 && endsInLetter.test(input) && isSingleLetter(looseTerm(words[0] as string));
}

/** A word is found by its beginning, but a single letter only as a word: as in “vitamin C”. */
function looseTerm(word: string): Term {
  const term = { match: `"${foldForSearch(word)}"`, words: [foldWord(word)] };
  return isSingleLetter(term) ? term : { ...term, match: `${term.match}*` };
}

function isSingleLetter(term: Term | undefined): boolean {
  return term?.words.length === 1 && /^[a-z0-9]$/.test(term.words[0] ?? '');
}

/** Words as unicode61 splits them: runs of letters, digits and marks. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}
