/** Inline content inward: elements become formats and links; what has no meaning of its own gives way to its text. */
import type { Element, ElementContent, RootContent } from 'hast';
import { safeRel, safeUrl } from '../safe-url.ts';
import { lineBreak, link, text, textFormat, type InlineJson, type LinkJson } from '../serialized.ts';

const formatOf: Readonly<Record<string, number>> = {
  strong: textFormat.bold,
  b: textFormat.bold,
  em: textFormat.italic,
  i: textFormat.italic,
  cite: textFormat.italic,
  dfn: textFormat.italic,
  s: textFormat.strikethrough,
  del: textFormat.strikethrough,
  strike: textFormat.strikethrough,
  u: textFormat.underline,
  ins: textFormat.underline,
  mark: textFormat.highlight,
  sub: textFormat.subscript,
  sup: textFormat.superscript,
  code: textFormat.code,
  kbd: textFormat.code,
  samp: textFormat.code,
  tt: textFormat.code,
};

export interface InlineOptions {
  /** White space is kept as it is, as in <pre>. */
  readonly preserveSpace?: boolean;
}

/** The inline nodes of hast content, white space folded as a browser would and trimmed at both ends. */
export function inlineFromHast(
  nodes: readonly (ElementContent | RootContent)[],
  options: InlineOptions = {},
): InlineJson[] {
  const collected = walk(nodes, 0, options);
  return merge(options.preserveSpace ? collected : trim(collapse(collected)));
}

function walk(
  nodes: readonly (ElementContent | RootContent)[],
  format: number,
  options: InlineOptions,
): InlineJson[] {
  return nodes.flatMap((node): InlineJson[] => {
    if (node.type === 'text') return textOrBreaks(node.value, format, options);
    if (node.type !== 'element') return [];
    if (node.tagName === 'br') return [lineBreak()];
    if (node.tagName === 'a') return anchor(node, format, options);
    return walk(node.children, format | (formatOf[node.tagName] ?? 0), options);
  });
}

function textOrBreaks(value: string, format: number, { preserveSpace }: InlineOptions): InlineJson[] {
  if (!preserveSpace) return [text(value.replace(/[ \t\r\n\f]+/g, ' '), format)];
  return value
    .split('\n')
    .flatMap((line, at) => [...(at > 0 ? [lineBreak()] : []), ...(line === '' ? [] : [text(line, format)])]);
}

function anchor({ properties, children }: Element, format: number, options: InlineOptions): InlineJson[] {
  const inside = walk(children, format, options);
  const url = typeof properties['href'] === 'string' ? safeUrl(properties['href']) : null;
  if (url === null || inside.length === 0) return inside;
  const rel = properties['rel'];
  const target = typeof properties['target'] === 'string' ? properties['target'] : null;
  // Links do not nest; an inner one was already taken apart by the HTML parser.
  const flat = inside.flatMap((node): readonly InlineJson[] => (isLink(node) ? node.children : [node]));
  return [link(url, flat, target, safeRel(Array.isArray(rel) ? rel.join(' ') : null))];
}

function isLink(node: InlineJson): node is LinkJson {
  return node.type === 'link' || node.type === 'autolink';
}

/** One space where text nodes meet, and none beside a line break. */
function collapse(nodes: readonly InlineJson[]): InlineJson[] {
  let atSpace = false;
  const go = (list: readonly InlineJson[]): InlineJson[] =>
    list.flatMap((node): InlineJson[] => {
      if (node.type === 'linebreak') {
        atSpace = true;
        return [node];
      }
      if (isLink(node)) return [{ ...node, children: go(node.children) }];
      const value = atSpace ? node.text.replace(/^ /, '') : node.text;
      if (value === '') return [];
      atSpace = value.endsWith(' ');
      return [{ ...node, text: value }];
    });
  return dropSpaceBefore(go(nodes));
}

/** A space right before a line break shows nowhere. */
function dropSpaceBefore(nodes: readonly InlineJson[]): InlineJson[] {
  return nodes.flatMap((node, at): InlineJson[] => {
    if (nodes[at + 1]?.type !== 'linebreak' || !('text' in node)) return [node];
    const value = node.text.replace(/ $/, '');
    return value === '' ? [] : [{ ...node, text: value }];
  });
}

function trim(nodes: readonly InlineJson[]): InlineJson[] {
  return trimEnd(trimStart(nodes));
}

function trimStart([first, ...rest]: readonly InlineJson[]): InlineJson[] {
  if (!first) return [];
  if (isLink(first)) {
    const children = trimStart(first.children);
    return children.length === 0 ? trimStart(rest) : [{ ...first, children }, ...rest];
  }
  if (first.type === 'linebreak') return trimStart(rest);
  const value = first.text.replace(/^ +/, '');
  return value === '' ? trimStart(rest) : [{ ...first, text: value }, ...rest];
}

function trimEnd(nodes: readonly InlineJson[]): InlineJson[] {
  const last = nodes.at(-1);
  const rest = nodes.slice(0, -1);
  if (!last) return [];
  if (isLink(last)) {
    const children = trimEnd(last.children);
    return children.length === 0 ? trimEnd(rest) : [...rest, { ...last, children }];
  }
  if (last.type === 'linebreak') return trimEnd(rest);
  const value = last.text.replace(/ +$/, '');
  return value === '' ? trimEnd(rest) : [...rest, { ...last, text: value }];
}

/** Neighbouring texts of one format become one, as the editor would make them. */
export function merge(nodes: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (isLink(node)) out.push({ ...node, children: merge(node.children) });
    else if (node.type === 'text' && last?.type === 'text' && last.format === node.format) {
      out[out.length - 1] = { ...last, text: last.text + node.text };
    } else out.push(node);
  }
  return out;
}
