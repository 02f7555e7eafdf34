/** Plain text to and from the HTML that WordPress keeps in titles, excerpts and names. */
import { fromHtml } from 'hast-util-from-html';

/** The text a reader sees: character references decoded, tags left as they are. */
export function decodeEntities(html: string): string {
  if (!html.includes('&')) return html;
  // Only tags could make the parser see anything but text.
  const { children } = fromHtml(html.replaceAll('<', '&lt;'), { fragment: true });
  return children.map((node) => (node.type === 'text' ? node.value : '')).join('');
}

/**
 * Text so written that a theme shows it literally. No more is escaped than must be: WordPress stores a lone
 * ampersand as it is and escapes it by itself when showing it.
 */
export function encodeText(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replaceAll('<', '&lt;');
}
