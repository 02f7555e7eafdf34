/** Runs in the reader's browser, so it uses nothing from outside itself. */
import type { PageText } from './text-of-block.ts';

export interface PagePlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The selected words within the block they begin in; null when none of the text is selected. The whole block where what is
 * shown is not what is counted (`texts`), as with pictures and blocks kept as they are.
 */
export function selectionIn(
  article: Element,
  texts: readonly string[],
  textOfBlock: (block: Element) => PageText,
): PagePlace | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.startContainer)) return null;
  const from =
    range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const shown = from?.closest('[data-content]');
  const block = Number(shown?.closest('[data-block]')?.getAttribute('data-block') ?? Number.NaN);
  if (!shown || Number.isNaN(block)) return null;
  const { text, pieces } = textOfBlock(shown);
  const whole = { block, start: 0, end: 0 };
  if (text !== texts[block]) return whole;
  const offsetOf = (node: Node, offset: number): number => {
    const own = pieces.find((piece) => piece.node === node);
    if (own) return own.start + Math.max(0, offset - own.skipped);
    const point = document.createRange();
    point.setStart(node, offset);
    const next = pieces.find((piece) => point.comparePoint(piece.node, 0) >= 0);
    return next ? next.start : text.length;
  };
  let start = offsetOf(range.startContainer, range.startOffset);
  let end = shown.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset) : text.length;
  while (start < end && text[start] === '\n') start += 1;
  while (end > start && text[end - 1] === '\n') end -= 1;
  return end > start ? { block, start, end } : whole;
}
