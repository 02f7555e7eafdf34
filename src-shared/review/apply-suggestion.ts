/** Puts a suggested wording in the place of words, and touches nothing else. */
import type { PostDocument } from '../document/post-document.ts';
import { blocksOf, lineBreak, type BlockJson } from '../document/serialized.ts';
import { textPieces, type TextPiece } from './block-text.ts';
import type { WordsPlace } from './follow-words.ts';

interface Node {
  type?: string;
  text?: string;
  children?: Node[];
}

/**
 * The replacement takes the form of the first replaced letter, and its lines are parted by line breaks. Null when there are no
 * words at that place, or they go over the end of a line.
 */
export function applySuggestion(
  document: PostDocument,
  place: WordsPlace,
  replacement: string,
): PostDocument | null {
  if (!blocksOf(document.body)[place.block]) return null;
  const children = [...blocksOf(document.body)];
  const block = structuredClone(children[place.block]) as BlockJson;
  const { text, pieces } = textPieces(block);
  if (text.slice(place.start, place.end).includes('\n')) return null;
  const touched = pieces.filter(({ start, text }) => start < place.end && start + text.length > place.start);
  if (touched.length === 0) return null;
  for (const [at, piece] of touched.entries()) {
    const node = nodeAt(block as Node, piece);
    const from = Math.max(0, place.start - piece.start);
    const to = Math.min(piece.text.length, place.end - piece.start);
    node.text = piece.text.slice(0, from) + (at === 0 ? replacement : '') + piece.text.slice(to);
  }
  breakLines(block as Node);
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

/** A line break is a node of its own. */
function breakLines(node: Node): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child): Node[] => {
    breakLines(child);
    if (!child.text?.includes('\n')) return [child];
    const lines = child.text.split('\n').map((text): Node => ({ ...child, text }));
    return lines.flatMap((line, at) => (at === 0 ? [line] : [lineBreak() as Node, line]));
  });
}

/** A text node without text is none, and a link without any leads nowhere. */
function removeEmptyTexts(node: Node): void {
  if (!node.children) return;
  for (const child of node.children) removeEmptyTexts(child);
  node.children = node.children.filter(({ type, text, children }) => {
    const isLink = type === 'link' || type === 'autolink';
    return text !== '' && !(isLink && children?.length === 0);
  });
}
