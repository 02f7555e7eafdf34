/** Runs in the reader's browser, so it uses nothing from outside itself. */
import type { PagePlace } from './selection-in.ts';
import type { PageText } from './text-of-block.ts';

/** Marks words of the text without changing it; browsers that cannot show no marks. */
export function markWords(
  article: Element,
  name: string,
  places: readonly PagePlace[],
  textOfBlock: (block: Element) => PageText,
): void {
  if (typeof Highlight === 'undefined') return;
  const ranges = places.flatMap(({ block, start, end }) => {
    const shown = article.querySelector(`[data-block="${block}"] > [data-content]`);
    if (!shown) return [];
    const range = document.createRange();
    range.selectNodeContents(shown);
    if (start === end) return [range];
    for (const piece of textOfBlock(shown).pieces) {
      const length = piece.node.length - piece.skipped;
      if (start >= piece.start && start < piece.start + length)
        range.setStart(piece.node, start - piece.start + piece.skipped);
      if (end > piece.start) range.setEnd(piece.node, Math.min(end - piece.start, length) + piece.skipped);
    }
    return [range];
  });
  CSS.highlights.set(name, new Highlight(...ranges));
}
