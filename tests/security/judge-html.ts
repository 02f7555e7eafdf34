/** Judges HTML as a browser reads it: what in it could run, send, cover or lead astray. Knows nothing of our sanitizer. */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

const forbidden = new Set(
  `script style iframe frame frameset object embed applet portal fencedframe webview svg math form button select
  textarea isindex keygen meta base link template noscript noembed noframes xmp plaintext listing title dialog slot
  marquee bgsound param`.split(/\s+/),
);
const addresses = new Set(
  'href src poster cite action formAction data background longDesc lowSrc dynSrc manifest code ping xLinkHref'.split(
    ' ',
  ),
);
const neverAllowed = new Set(
  'style srcDoc srcSet formAction ping is autoFocus popover shadowRootMode'.split(' '),
);
const harmlessSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Everything wrong with it; empty for HTML that only shows. Once more parsed from what it says, for mutations. */
export function faultsOf(html: string): string[] {
  return [...faultsOfTree(fromHtml(html, { fragment: true })), ...faultsOfTree(fromHtml(`<body>${html}`))];
}

/** The faults of a whole page of ours, which has a head of its own. */
export function faultsOfPage(page: string): string[] {
  return faultsOfTree(fromHtml(page)).filter((fault) => !['<meta>', '<link>', '<title>'].includes(fault));
}

function faultsOfTree(tree: Root): string[] {
  const faults: string[] = [];
  visit(tree, 'element', ({ tagName, properties }) => {
    if (forbidden.has(tagName)) faults.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      const said = Array.isArray(value) ? value.join(' ') : String(value);
      if (/^on/i.test(name) || neverAllowed.has(name)) faults.push(`${tagName} ${name}="${said}"`);
      if (addresses.has(name) && !leadsSafely(said)) faults.push(`${tagName} ${name}="${said}"`);
      if (name === 'rel' && /\bopener\b/i.test(said)) faults.push(`${tagName} rel="${said}"`);
    }
  });
  return faults;
}

/** By the URL standard itself, which a browser follows; never by looking at the text. */
export function leadsSafely(address: string): boolean {
  const url = URL.parse(address, 'https://page.invalid/');
  return url === null || harmlessSchemes.has(url.protocol);
}
