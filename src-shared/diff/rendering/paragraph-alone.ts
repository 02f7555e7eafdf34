/** In a cell, one paragraph alone is the cell itself. */
import type { ElementContent } from 'hast';

export function aloneInCell(content: ElementContent[]): ElementContent[] {
  const [first, ...others] = content;
  const isAlone = first?.type === 'element' && first.tagName === 'p' && others.length === 0;
  // What says something of itself is no mere paragraph.
  return isAlone && Object.keys(first.properties).length === 0 ? first.children : content;
}
