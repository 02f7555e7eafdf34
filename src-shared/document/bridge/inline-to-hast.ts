/**
 * Inline content outward: runs of text with formats and links become properly nested elements. At each place
 * the format that goes on longest is opened first, so that `a` bold and `b` bold italic share one <strong>.
 */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { safeRel, safeUrl } from '../safe-url.ts';
import { textFormat, type InlineJson, type LinkJson } from '../serialized.ts';

interface LinkMark {
  readonly url: string;
  readonly target: string | null;
  readonly rel: string | null;
}

/** A piece of text, or a line break, with every mark around it. */
interface Leaf {
  /** Null is a line break. */
  readonly text: string | null;
  readonly format: number;
  readonly link: LinkMark | null;
}

/** Formats by the element that says them; the order decides between runs of one length, outermost first. */
export const formatElements: readonly (readonly [tagName: string, bit: number])[] = [
  ['strong', textFormat.bold],
  ['em', textFormat.italic],
  ['s', textFormat.strikethrough],
  ['u', textFormat.underline],
  ['mark', textFormat.highlight],
  ['sub', textFormat.subscript],
  ['sup', textFormat.superscript],
  ['code', textFormat.code],
];

/** The hast of inline nodes. Unknown kinds give their text. */
export function inlineToHast(nodes: readonly InlineJson[]): ElementContent[] {
  return nest(flatten(nodes, null));
}

function flatten(nodes: readonly InlineJson[], link: LinkMark | null): Leaf[] {
  return nodes.flatMap((node): Leaf[] => {
    if (node.type === 'linebreak') return [{ text: null, format: 0, link }];
    if (node.type === 'link' || node.type === 'autolink') return flatten(node.children, markOf(node) ?? link);
    if ('text' in node) return node.text === '' ? [] : [{ text: node.text, format: node.format, link }];
    const unknown = node as { children?: readonly InlineJson[] };
    return flatten(unknown.children ?? [], link);
  });
}

function markOf({ url, target, rel }: LinkJson): LinkMark | null {
  // A stored link may be anything; one without an address is its words.
  const safe = typeof url === 'string' ? safeUrl(url) : null;
  return safe === null ? null : { url: safe, target, rel: safeRel(rel) };
}

function nest(leaves: readonly Leaf[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (let at = 0; at < leaves.length;) {
    const leaf = leaves[at] as Leaf;
    const { length, wrap, strip } = longestMark(leaves, at);
    if (wrap) {
      out.push(wrap(nest(leaves.slice(at, at + length).map(strip))));
      at += length;
    } else {
      out.push(leaf.text === null ? h('br') : { type: 'text', value: leaf.text });
      at += 1;
    }
  }
  return out;
}

interface Run {
  readonly length: number;
  readonly wrap: ((children: ElementContent[]) => ElementContent) | null;
  readonly strip: (leaf: Leaf) => Leaf;
}

function longestMark(leaves: readonly Leaf[], at: number): Run {
  const first = leaves[at] as Leaf;
  let best: Run = { length: 0, wrap: null, strip: (leaf) => leaf };
  const { link } = first;
  if (link) {
    const length = runLength(leaves, at, (leaf) => leaf.link === link || sameLink(leaf.link, link));
    best = {
      length,
      wrap: (children) => linkElement(link, children),
      strip: (leaf) => ({ ...leaf, link: null }),
    };
  }
  for (const [tagName, bit] of formatElements) {
    if (!(first.format & bit)) continue;
    const length = runLength(leaves, at, (leaf) => Boolean(leaf.format & bit));
    if (length > best.length) {
      best = {
        length,
        wrap: (children) => h(tagName, children),
        strip: (leaf) => ({ ...leaf, format: leaf.format & ~bit }),
      };
    }
  }
  return best;
}

function runLength(leaves: readonly Leaf[], at: number, has: (leaf: Leaf) => boolean): number {
  let end = at;
  while (end < leaves.length && has(leaves[end] as Leaf)) end += 1;
  return end - at;
}

function sameLink(a: LinkMark | null, b: LinkMark): boolean {
  return a !== null && a.url === b.url && a.target === b.target && a.rel === b.rel;
}

function linkElement({ url, target, rel }: LinkMark, children: ElementContent[]): ElementContent {
  const properties: Record<string, string> = { href: url };
  if (target) properties['target'] = target;
  if (rel) properties['rel'] = rel;
  return h('a', properties, children);
}
