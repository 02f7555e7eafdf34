/** Words with simple marks, read without a parser: most cells are no more than that, and a table has thousands. */
import type { Element, ElementContent } from 'hast';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};
const token =
  /<(?<close>\/)?(?<tag>em|strong|b|i|code|s|sub|sup|mark|u)>|<(?<br>br) ?\/?>|(?<entity>&[a-z]{2,4};)|(?<words>[^<&\0\r]+)/y;

/**
 * The same tree that HTML's parser makes; null for what it is too simple for (attributes, blocks, marks that overlap,
 * nested in their own kind, or left open).
 */
export function simpleInline(html: string): ElementContent[] | null {
  const root: ElementContent[] = [];
  const open: Element[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < html.length; at = token.lastIndex) {
    const groups = token.exec(html)?.groups;
    if (!groups) return null;
    const siblings = open.at(-1)?.children ?? root;
    const { close, tag, br, entity, words } = groups;
    if (tag !== undefined && close === undefined) {
      if (open.some(({ tagName }) => tagName === tag)) return null;
      const element: Element = { type: 'element', tagName: tag, properties: {}, children: [] };
      siblings.push(element);
      open.push(element);
    } else if (tag !== undefined) {
      if (open.pop()?.tagName !== tag) return null;
    } else if (br !== undefined) {
      siblings.push({ type: 'element', tagName: 'br', properties: {}, children: [] });
    } else {
      const value = entity === undefined ? words : entities[entity];
      if (value === undefined) return null;
      const last = siblings.at(-1);
      if (last?.type === 'text') last.value += value;
      else siblings.push({ type: 'text', value });
    }
  }
  return open.length === 0 ? root : null;
}
