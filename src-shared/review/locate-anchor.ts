/** Finds the words a comment was made on in the text as it is now (W3C text-quote selector beside a position). */
import type { SerializedEditorState } from 'lexical';
import type { Anchor } from '../contract/review.ts';
import { blocksOf, type BlockJson } from '../document/serialized.ts';
import { blockText } from './block-text.ts';
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

/** An anchor on these words of a block; on the whole block when `start` is `end`. */
export function makeAnchor(body: SerializedEditorState, block: number, start: number, end: number): Anchor {
  return anchorIn(blockText(blocksOf(body)[block] as BlockJson), block, start, end);
}

/** As `makeAnchor`, where the block's text is known already. */
export function anchorIn(text: string, block: number, start: number, end: number): Anchor {
  const isWhole = start === end;
  return {
    block,
    start: isWhole ? 0 : start,
    end: isWhole ? 0 : end,
    exact: isWhole ? '' : text.slice(start, end),
    prefix: isWhole ? text.slice(0, around) : text.slice(Math.max(0, start - around), start),
    suffix: isWhole ? text.slice(-around) : text.slice(end, end + around),
  };
}

/** Where the anchored words are now; null when they are gone, and the comment stands by its quote alone. */
export function locateAnchor(body: SerializedEditorState, anchor: Anchor): Located | null {
  return createLocator(blocksOf(body).map(blockText))(anchor);
}

/** As `locateAnchor`, for many anchors in the same texts of blocks. */
export function createLocator(texts: readonly string[]): (anchor: Anchor) => Located | null {
  const reworded = rewordedIn(texts);
  return (anchor) => {
    if (anchor.exact === '') return locateBlock(texts, anchor);
    const found = locateQuote(texts, anchor);
    if (found) return found;
    const stretch = reworded(anchor);
    return stretch && { ...stretch, isReworded: true };
  };
}

interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

function locateQuote(texts: readonly string[], anchor: Anchor): Located | null {
  const { exact } = anchor;
  let best: (Place & { readonly score: number }) | null = null;
  for (const [block, text] of texts.entries()) {
    for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
      const end = start + exact.length;
      const score = likeness(texts, { block, start, end }, anchor);
      if (!best || score > best.score) best = { block, start, end, score };
    }
  }
  if (!best) return null;
  // Common words elsewhere are not the ones that were meant, unless something around them says so; long ones speak for
  // themselves.
  const wanted = Math.min(8, anchor.prefix.length + anchor.suffix.length) - exact.length / 2;
  const isSure = exact.length >= around || best.score >= Math.max(wanted, Math.min(2, wanted + 2));
  return isSure ? { block: best.block, start: best.start, end: best.end, isReworded: false } : null;
}

/** Characters around that are still the same, and a little for standing where it stood. */
function likeness(texts: readonly string[], { block, start, end }: Place, anchor: Anchor): number {
  const text = texts[block] as string;
  const before = commonEnd(text.slice(Math.max(0, start - around), start), anchor.prefix);
  const after = commonStart(text.slice(end, end + around), anchor.suffix);
  const isInPlace = block === anchor.block ? 4 : 0;
  return before + after + isInPlace - Math.min(3, Math.abs(block - anchor.block) / 10);
}

function locateBlock(texts: readonly string[], { block, prefix, suffix }: Anchor): Located | null {
  const score = (text: string) => commonStart(text, prefix) + commonEnd(text, suffix);
  const least = Math.max(1, Math.min(16, (prefix.length + suffix.length) / 2));
  let best: { readonly at: number; readonly score: number } | null = null;
  for (const [at, text] of texts.entries()) {
    const own = score(text) + (at === block ? 0.5 : 0);
    if (own >= least && (!best || own > best.score)) best = { at, score: own };
  }
  // A picture or a rule has no words to be known by: it is where it was.
  if (!best && prefix === '' && suffix === '' && texts[block] === '') best = { at: block, score: 0 };
  return best && { block: best.at, start: 0, end: (texts[best.at] as string).length, isReworded: false };
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
