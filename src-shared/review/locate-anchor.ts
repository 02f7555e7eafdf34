/** Finds the words a comment was made on in the text as it is now (W3C text-quote selector beside a position). */
import type { SerializedEditorState } from 'lexical';
import { longestQuote } from '../contract/limits.ts';
import type { Anchor } from '../contract/review.ts';
import { wordsIn } from '../diff/words/tokenise.ts';
import { blocksOf, type BlockJson } from '../document/serialized.ts';
import { blockMark, blockText } from './block-text.ts';
import { rewordedIn } from './locate-reworded.ts';

export interface Located {
  /** Index of the top-level block. */
  readonly block: number;
  /** UTF-16 offsets into the block's text. */
  readonly start: number;
  readonly end: number;
  /** What stands there now is not what was quoted, but what became of it. */
  readonly isReworded: boolean;
}

/** Characters kept of what stands around the quote. */
const around = 32;

/**
 * An anchor on these words of a block, without line breaks before and behind them; on the whole block when `start` is `end`,
 * and when they are more than can be quoted.
 */
export function makeAnchor(body: SerializedEditorState, block: number, start: number, end: number): Anchor {
  const json = blocksOf(body)[block] as BlockJson;
  const text = blockText(json);
  let [from, to] = [start, end];
  while (from < to && text[from] === '\n') from += 1;
  while (to > from && text[to - 1] === '\n') to -= 1;
  const isQuote = from < to && to - from <= longestQuote;
  return isQuote ? wordsAnchor(text, block, from, to) : blockAnchor(blockMark(json), block);
}

/** Whether other words can be suggested for the quoted ones: within a line, for an item of a list is no word of one. */
export function isReplaceable({ exact }: Pick<Anchor, 'exact'>): boolean {
  return exact !== '' && !exact.includes('\n');
}

/** An anchor on the words between these offsets of a block's text. */
export function wordsAnchor(text: string, block: number, start: number, end: number): Anchor {
  return {
    block,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(end, end + around),
  };
}

/** An anchor on a whole block; `mark` is what the block is known by (`blockMark`). */
export function blockAnchor(mark: string, block: number): Anchor {
  return { block, start: 0, end: 0, exact: '', prefix: mark.slice(0, around), suffix: mark.slice(-around) };
}

/** Where the anchored words are now; null when they are gone, and the comment stands by its quote alone. */
export function locateAnchor(body: SerializedEditorState, anchor: Anchor): Located | null {
  return createLocator(blocksOf(body))(anchor);
}

/** As `locateAnchor`, for many anchors in the same blocks. */
export function createLocator(blocks: readonly BlockJson[]): (anchor: Anchor) => Located | null {
  const texts = blocks.map(blockText);
  let marks: readonly string[] | null = null;
  const reworded = rewordedIn(texts);
  return (anchor) => {
    if (anchor.exact === '') {
      const block = findBlock((marks ??= blocks.map(blockMark)), anchor);
      return block === null
        ? null
        : { block, start: 0, end: (texts[block] as string).length, isReworded: false };
    }
    const quotes = quotesIn(texts, anchor);
    const [best] = quotes;
    if (best && isWhole(best, anchor, texts)) return placeOf(best);
    // The same words elsewhere may be others: what takes fewest changes to be the quote where it stood is meant.
    const stretch = reworded(anchor);
    if (!stretch) return best && isSure(best, anchor) ? placeOf(best) : null;
    const within = quotes.find(
      ({ block, start, end }) => block === stretch.block && start < stretch.end && end > stretch.start,
    );
    return within ? placeOf(within) : { ...stretch, isReworded: true };
  };
}

/** A place where the quoted words stand. */
interface Quote {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Characters around it that are as they were. */
  readonly context: number;
}

const placeOf = ({ block, start, end }: Quote): Located => ({ block, start, end, isReworded: false });

/** Those with most of their surroundings first, then those nearest to where it stood. */
function quotesIn(texts: readonly string[], { exact, prefix, suffix, block: own }: Anchor): Quote[] {
  const quotes: Quote[] = [];
  for (const [block, text] of texts.entries()) {
    for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
      const end = start + exact.length;
      const context =
        commonEnd(text.slice(Math.max(0, start - around), start), prefix) +
        commonStart(text.slice(end, end + around), suffix);
      quotes.push({ block, start, end, context });
    }
  }
  const distance = ({ block }: Quote) => Math.abs(block - own);
  return quotes.toSorted((one, other) => other.context - one.context || distance(one) - distance(other));
}

/** With all that stood around it; of a whole block, that is nothing. */
function isWhole(
  { block, start, end, context }: Quote,
  { prefix, suffix }: Anchor,
  texts: readonly string[],
): boolean {
  const around = prefix.length + suffix.length;
  return around > 0 ? context === around : start === 0 && end === texts[block]?.length;
}

/**
 * Where no likeness by words could be told: common words elsewhere are not the ones that were meant, and a sign only where
 * something around it says so; long quotes speak for themselves.
 */
function isSure({ block, context }: Quote, { exact, prefix, suffix, block: own }: Anchor): boolean {
  const wanted = Math.min(8, prefix.length + suffix.length) - exact.length / 2;
  const score = context + (block === own ? 4 : 0);
  const mayBe = block === own || wordsIn(exact).length === 0;
  return exact.length >= around || (mayBe && score >= Math.max(wanted, Math.min(2, wanted + 2)));
}

function findBlock(marks: readonly string[], { block, prefix, suffix }: Anchor): number | null {
  // A line between blocks has nothing to be known by: it is the nearest one.
  if (prefix === '' && suffix === '') return nearest(marks, block, (mark) => mark === '');
  const score = (mark: string) => commonStart(mark, prefix) + commonEnd(mark, suffix);
  const least = Math.max(1, Math.min(16, (prefix.length + suffix.length) / 2));
  const best = Math.max(least, ...marks.map(score));
  return nearest(marks, block, (mark) => score(mark) >= best);
}

/** The index nearest to this one of those that will do; null when none does. */
function nearest(
  marks: readonly string[],
  to: number,
  willDo: (mark: string, at: number) => boolean,
): number | null {
  let found: number | null = null;
  for (const [at, mark] of marks.entries())
    if (willDo(mark, at) && (found === null || Math.abs(at - to) < Math.abs(found - to))) found = at;
  return found;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function commonEnd(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[a.length - 1 - at] === b[b.length - 1 - at]) at++;
  return at;
}
