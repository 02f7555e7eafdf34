/** Paragraphs, headings, quotes, code and dividers. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  code,
  divider,
  heading,
  lineBreak,
  paragraph,
  quote,
  type CodeJson,
  type HeadingJson,
  type InlineJson,
} from '../serialized.ts';
import { conversion } from './conversion.ts';

export const paragraphConversion = conversion<'paragraph'>({
  kind: 'paragraph',
  tagNames: ['p'],
  toHast: ({ children }, { inline }) => [h('p', inline(children))],
  fromHast: ({ children }, inward) => {
    // A picture in a paragraph is a block here, so the paragraph is parted around it.
    const hasPicture = children.some(
      (child) => child.type === 'element' && ['img', 'figure', 'picture'].includes(child.tagName),
    );
    return hasPicture ? inward.blocks(children) : [paragraph(...inward.inline(children))];
  },
});

/** The title is the page's first heading, so the body's begin at two; deeper ones than four are not offered. */
const headingLevels: Readonly<Record<string, HeadingJson['tag']>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};

export const headingConversion = conversion<'heading'>({
  kind: 'heading',
  tagNames: Object.keys(headingLevels),
  toHast: ({ tag, children }, { inline }) => [h(tag, inline(children))],
  fromHast: ({ tagName, children }, { inline }) => [
    heading(headingLevels[tagName] ?? 'h2', ...inline(children)),
  ],
});

/** A quote holds its paragraphs as lines: two line breaks part them. */
export const quoteConversion = conversion<'quote'>({
  kind: 'quote',
  tagNames: ['blockquote'],
  toHast: ({ children }, { inline }) => [
    h(
      'blockquote',
      splitParagraphs(children).map((part) => h('p', inline(part))),
    ),
  ],
  fromHast: ({ children }, inward) => {
    const blocks = inward.blocks(children);
    if (!blocks.every((block) => block.type === 'paragraph')) return null;
    return [quote(...joinParagraphs(blocks.map((block) => block.children)))];
  },
});

/** Inline content parted at every pair of line breaks. */
export function splitParagraphs(nodes: readonly InlineJson[]): InlineJson[][] {
  const parts: InlineJson[][] = [[]];
  for (let at = 0; at < nodes.length; at++) {
    if (nodes[at]?.type === 'linebreak' && nodes[at + 1]?.type === 'linebreak') {
      parts.push([]);
      at += 1;
    } else parts.at(-1)?.push(nodes[at] as InlineJson);
  }
  return parts;
}

export function joinParagraphs(parts: readonly (readonly InlineJson[])[]): InlineJson[] {
  return parts.flatMap((part, at) => (at === 0 ? [...part] : [lineBreak(), lineBreak(), ...part]));
}

export const codeConversion = conversion<'code'>({
  kind: 'code',
  tagNames: ['pre'],
  toHast: (block) => {
    const className = block.language ? [`language-${block.language}`] : undefined;
    return [h('pre', [h('code', className ? { className } : {}, codeText(block))])];
  },
  fromHast: ({ properties, children }, { inline }) => {
    const first = children.find((child) => child.type === 'element');
    const inner = first?.tagName === 'code' ? first : null;
    const language = languageOf(inner?.properties['className']) ?? languageOf(properties['className']);
    const content = inline(inner?.children ?? children, true).map((node) =>
      'format' in node && 'text' in node ? { ...node, format: 0 } : node,
    );
    // HTML drops the newline at the end; Markdown's renderers write one.
    while (content.at(-1)?.type === 'linebreak') content.pop();
    return [code(language ?? null, ...content)];
  },
});

/** HTML’s convention for a code block’s language, on either of its elements. */
function languageOf(classes: unknown): string | undefined {
  if (!Array.isArray(classes)) return undefined;
  return classes
    .map(String)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length);
}

/** The text of a code block, lines parted by newlines. Unknown kinds give the text they have, if any. */
export function codeText({ children = [] }: Partial<Pick<CodeJson, 'children'>>): string {
  return children
    .map((node) => ('text' in node ? node.text : node.type === 'linebreak' ? '\n' : codeText(node)))
    .join('');
}

export const dividerConversion = conversion<'horizontalrule'>({
  kind: 'horizontalrule',
  tagNames: ['hr'],
  toHast: (): ElementContent[] => [h('hr')],
  fromHast: () => [divider()],
});
