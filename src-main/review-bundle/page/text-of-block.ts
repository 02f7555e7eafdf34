/** Runs in the reader's browser, so it uses nothing from outside itself. */

export interface PagePiece {
  readonly node: Text;
  /** Where its text begins in the block's. */
  readonly start: number;
  /** Characters at its beginning that are not the block's. */
  readonly skipped: number;
}

export interface PageText {
  readonly text: string;
  readonly pieces: readonly PagePiece[];
}

/** A shown block's text as `#shared/review/block-text.ts` counts it: lines of a list, line breaks, paragraphs of a quote. */
export function textOfBlock(block: Element): PageText {
  const pieces: PagePiece[] = [];
  let text = '';
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      // The space between a ticked box and its item is the page's.
      const skipped = node.previousSibling instanceof HTMLInputElement && node.data.startsWith(' ') ? 1 : 0;
      pieces.push({ node, start: text.length, skipped });
      text += node.data.slice(skipped);
      return;
    }
    if (!(node instanceof Element)) return;
    if (node.tagName === 'BR') text += '\n';
    if (node.tagName === 'LI' && text !== '' && !text.endsWith('\n')) text += '\n';
    if (node.tagName === 'P' && node.parentElement?.tagName === 'BLOCKQUOTE' && node.previousElementSibling)
      text += '\n\n';
    for (const child of node.childNodes) visit(child);
  };
  visit(block);
  return { text, pieces };
}
