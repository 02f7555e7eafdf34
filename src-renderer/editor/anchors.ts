/** Between comments' anchors and the editor's text: what is selected, and where anchored words stand on the page. */
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { Anchor } from '#shared/contract/review.ts';
import { bodyOf, type BlockJson } from '#shared/document/serialized.ts';
import { blockMark, textPieces } from '#shared/review/block-text.ts';
import { blockAnchor, createLocator, makeAnchor, type Located } from '#shared/review/locate-anchor.ts';

/** The selected words, within the block they begin in, or the selected block; null when nothing is. Call in a read. */
export function $selectedAnchor(): Anchor | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const block = selection.getNodes()[0]?.getTopLevelElement();
    return block ? blockAnchor(blockMark($blockJson(block)), block.getIndexWithinParent()) : null;
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const [from, to] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const block = from.getNode().getTopLevelElement();
  if (!block) return null;
  const json = $blockJson(block);
  const start = $offsetIn(block, json, from);
  const isInOne = to.getNode().getTopLevelElement()?.is(block);
  const end = isInOne ? $offsetIn(block, json, to) : textPieces(json).text.length;
  if (end <= start) return null;
  return { ...makeAnchor(bodyOf([json]), 0, start, end), block: block.getIndexWithinParent() };
}

/** Where each anchor's words stand on the page; null for those that are gone. */
export function rangesOf(editor: LexicalEditor, anchors: readonly Anchor[]): (Range | null)[] {
  return editor.getEditorState().read(() => {
    const locate = createLocator($getRoot().getChildren().map($blockJson));
    return anchors.map((anchor) => {
      const place = locate(anchor);
      return place && $rangeAt(editor, place);
    });
  });
}

function $rangeAt(editor: LexicalEditor, { block, start, end }: Located): Range | null {
  const node = $getRoot().getChildAtIndex(block);
  const element = node && editor.getElementByKey(node.getKey());
  if (!node || !element) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  for (const piece of textPieces($blockJson(node)).pieces) {
    const text = $domTextAt(editor, node, piece.path);
    const pieceEnd = piece.start + piece.text.length;
    if (!text) continue;
    if (start >= piece.start && start <= pieceEnd) range.setStart(text, start - piece.start);
    // The last one that it reaches into: a line break at its end is no piece.
    if (end > piece.start) range.setEnd(text, Math.min(end, pieceEnd) - piece.start);
  }
  return range;
}

function $domTextAt(editor: LexicalEditor, block: LexicalNode, path: readonly number[]): Text | null {
  let node: LexicalNode | null = block;
  for (const at of path) node = $isElementNode(node) ? node.getChildAtIndex(at) : null;
  let dom: Node | null = node && editor.getElementByKey(node.getKey());
  while (dom && !(dom instanceof Text)) dom = dom.firstChild;
  return dom;
}

function $blockJson(node: LexicalNode): BlockJson {
  const json = node.exportJSON() as unknown as Record<string, unknown>;
  if ($isElementNode(node)) json['children'] = node.getChildren().map($blockJson);
  return json as unknown as BlockJson;
}

/** UTF-16 offset of a selection's end in its block's text. */
function $offsetIn(block: LexicalNode, json: BlockJson, point: PointType): number {
  const { text, pieces } = textPieces(json);
  const path: number[] = [];
  for (let node: LexicalNode | null = point.getNode(); node && !node.is(block); node = node.getParent())
    path.unshift(node.getIndexWithinParent());
  const isWithin = (piece: readonly number[]) => path.every((at, index) => piece[index] === at);
  if (point.type === 'text') {
    const piece = pieces.find((candidate) => isWithin(candidate.path));
    return piece ? piece.start + point.offset : 0;
  }
  const next = pieces.find(
    (candidate) => isWithin(candidate.path) && (candidate.path[path.length] ?? 0) >= point.offset,
  );
  return next?.start ?? text.length;
}
