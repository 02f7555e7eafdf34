/** Finds the words a comment was made on in the text as it is now (W3C text-quote selector beside a position). */
import type { SerializedEditorState } from 'lexical';
import type { Anchor } from '../contract/review.ts';
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

/** An anchor on these words of a block; on the whole block when `start` is `end`. */
export function makeAnchor(body: SerializedEditorState, block: number, start: number, end: number): Anchor {
  const json = blocksOf(body)[block] as BlockJson;
  return start === end
    ? blockAnchor(blockMark(json), block)
    : wordsAnchor(blockText(json), block, start, end);
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
