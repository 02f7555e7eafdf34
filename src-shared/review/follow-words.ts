/**
 * Where words of one document stand in a later one, by comparing the two. Unlike finding them again (`locate-anchor.ts`) it
 * never takes other words that say the same for them.
 */
import { diffDocuments } from '../diff/diff-documents.ts';
import type { BlockChange, PlacedBlock } from '../diff/document-diff.ts';
import { blockBreak } from '../diff/words/tokenise.ts';
import { stretches } from '../diff/words/diff-text.ts';
import type { PostDocument } from '../document/post-document.ts';
import { blockText } from './block-text.ts';

/** Words of a top-level block: UTF-16 offsets into its text. */
export interface WordsPlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Null when any of the words changed, or went. */
export function followWords(
  before: PostDocument,
  after: PostDocument,
  { block, start, end }: WordsPlace,
): WordsPlace | null {
  for (const change of diffDocuments(before, after).blocks) {
    const [from, to] = sidesOf(change);
    const at = from.findIndex(({ index }) => index === block);
    if (at === -1 || to.length === 0) continue;
    const own = offsetOf(from, at);
    const found = stretches(textOf(from), textOf(to)).find(
      (stretch) => stretch.kind === 'same' && stretch.start <= own + start && stretch.end >= own + end,
    );
    return found ? placeIn(to, found.startAfter + own + start - found.start, end - start) : null;
  }
  return null;
}

/** The blocks a change is of, on each side; where a moved block was, nothing is followed. */
function sidesOf(change: BlockChange): readonly [readonly PlacedBlock[], readonly PlacedBlock[]] {
  switch (change.kind) {
    case 'added':
    case 'removed':
    case 'moved-away':
      return [[], []];
    case 'split':
    case 'merged':
      return [change.before, change.after];
    case 'same':
    case 'changed':
    case 'moved':
      return [[change.before], [change.after]];
  }
}

const textOf = (blocks: readonly PlacedBlock[]) =>
  blocks.map(({ block }) => blockText(block)).join(blockBreak);

/** Where the text of one of them begins in the text of all. */
function offsetOf(blocks: readonly PlacedBlock[], at: number): number {
  return at === 0 ? 0 : textOf(blocks.slice(0, at)).length + blockBreak.length;
}

function placeIn(blocks: readonly PlacedBlock[], start: number, length: number): WordsPlace | null {
  for (const [at, { index, block }] of blocks.entries()) {
    const own = start - offsetOf(blocks, at);
    if (own >= 0 && own + length <= blockText(block).length)
      return { block: index, start: own, end: own + length };
  }
  return null;
}
