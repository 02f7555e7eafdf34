/** Which words of the later version are selected in a comparison, for commenting on them where they are compared. */
import type { Anchor } from '#shared/contract/review.ts';
import { blocksOf, type BlockJson } from '#shared/document/serialized.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { blockText } from '#shared/review/block-text.ts';
import { createLocator, makeAnchor, wordsAnchor } from '#shared/review/locate-anchor.ts';

/** What the comparison itself says, and what is of the earlier version only. */
const notOfTheText = 'del, label, summary, [data-note], [data-sign], [data-side="before"]';

/** Null when nothing of the later version is selected, or what is selected lies in more than one block. */
export function selectedInComparison(page: Element, after: PostDocument): Anchor | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const block = blockAt(page, range.startContainer);
  if (!block) return null;
  const { text, start, end } = shownText(block.element, range);
  if (text.slice(start, end).trim() === '') return null;
  const blocks = blocksOf(after.body);
  const json = blocks[block.index];
  if (!json) return null;
  // What is shown may be spaced otherwise than what is counted: the words are found again in the text itself.
  const isSame = text === blockText(json);
  const found = isSame
    ? { block: block.index, start, end }
    : placeOf([json], wordsAnchor(text, 0, start, end), block.index);
  return found && makeAnchor(after.body, found.block, found.start, found.end);
}

function placeOf(blocks: readonly BlockJson[], anchor: Anchor, index: number) {
  const found = createLocator(blocks)(anchor);
  return found && !found.isReworded ? { ...found, block: index } : null;
}

/** The block of the later version that is shown here. */
function blockAt(page: Element, node: Node): { readonly element: Element; readonly index: number } | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest('[data-after]');
  if (!element || !page.contains(element)) return null;
  const index = Number(element.getAttribute('data-after'));
  // Of a block that became several, which one is shown where is not told.
  return Number.isInteger(index) ? { element, index } : null;
}

/** The later version's text in an element as comments count it, and where the selection lies in it. */
function shownText(
  element: Element,
  range: Range,
): { readonly text: string; readonly start: number; readonly end: number } {
  let text = '';
  let start: number | null = null;
  let end = 0;
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        start ??= text.length + from;
        end = text.length + to;
      }
      text += node.data;
      return;
    }
    if (!(node instanceof Element) || node.matches(notOfTheText)) return;
    if (node.tagName === 'BR') text += '\n';
    if (node.tagName === 'LI' && text !== '' && !text.endsWith('\n')) text += '\n';
    for (const child of node.childNodes) visit(child);
  };
  visit(element);
  return { text, start: start ?? 0, end };
}
