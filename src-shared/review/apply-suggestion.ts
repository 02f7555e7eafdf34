/** Puts a suggested wording in the place of the anchored words, and touches nothing else. */
import type { Anchor } from '../contract/review.ts';
import type { PostDocument } from '../document/post-document.ts';
import { blocksOf, type BlockJson } from '../document/serialized.ts';
import { textPieces, type TextPiece } from './block-text.ts';
import { locateAnchor } from './locate-anchor.ts';

interface Node {
  text?: string;
  children?: Node[];
}

/** The replacement takes the form of the first replaced letter. Null when the words are gone or others by now. */
export function applySuggestion(
  document: PostDocument,
  anchor: Anchor,
  replacement: string,
): PostDocument | null {
  const place = anchor.exact === '' ? null : locateAnchor(document.body, anchor);
  // Words that are others by now are not the ones that were to be replaced.
  if (!place || place.isReworded) return null;
  const children = [...blocksOf(document.body)];
  const block = structuredClone(children[place.block]) as BlockJson;
  const { pieces } = textPieces(block);
  const touched = pieces.filter(({ start, text }) => start < place.end && start + text.length > place.start);
  if (touched.length === 0) return null;
  for (const [at, piece] of touched.entries()) {
    const node = nodeAt(block as Node, piece);
    const from = Math.max(0, place.start - piece.start);
    const to = Math.min(piece.text.length, place.end - piece.start);
    node.text = piece.text.slice(0, from) + (at === 0 ? replacement : '') + piece.text.slice(to);
  }
  removeEmptyTexts(block as Node);
  children[place.block] = block;
  const body = { ...document.body, root: { ...document.body.root, children } };
  return { ...document, body: body as PostDocument['body'] };
}

function nodeAt(block: Node, { path }: TextPiece): Node {
  let node = block;
  for (const at of path) node = (node.children as Node[])[at] as Node;
  return node;
}

/** A text node without text is none. */
function removeEmptyTexts(node: Node): void {
  if (!node.children) return;
  node.children = node.children.filter(({ text }) => text !== '');
  for (const child of node.children) removeEmptyTexts(child);
}
