/** The Link by which a WordPress page names its API: in its headers, or in its head where a cache dropped them. */
import { fromHtml } from 'hast-util-from-html';
import { visit, EXIT } from 'unist-util-visit';
import type { HttpAnswer } from '../http/http-message.ts';

const relation = 'https://api.w.org/';

/** The API root a page names; over https when the page itself came so (WordPress behind a proxy may say http). */
export function linkedApiRoot({ headers, text, url }: HttpAnswer): URL | null {
  const target = inHeaders(headers.get('link') ?? '') ?? inHead(text);
  const root = target === null ? null : URL.parse(target, url.href);
  if (!root || !/^https?:$/.test(root.protocol)) return null;
  if (url.protocol === 'https:') root.protocol = 'https:';
  return root;
}

function inHeaders(link: string): string | null {
  for (const [, target, parameters] of link.matchAll(/<([^>]*)>((?:\s*;[^,;]*)*)/g)) {
    if (parameters?.includes(relation)) return target ?? null;
  }
  return null;
}

function inHead(html: string): string | null {
  // Parsing a whole page is dear; most that are no blog do not mention the relation at all.
  if (!html.includes(relation)) return null;
  let found: string | null = null;
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    const rel = properties.rel;
    if (tagName !== 'link' || !Array.isArray(rel) || !rel.includes(relation)) return undefined;
    found = typeof properties.href === 'string' ? properties.href : null;
    return EXIT;
  });
  return found;
}
