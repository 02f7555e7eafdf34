/** The bridge inward: a hast tree as a body. What no conversion understands is kept whole in an opaque block. */
import type { SerializedEditorState } from 'lexical';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { bodyOf, opaque, paragraph, type BlockJson } from '../serialized.ts';
import { conversions } from './conversions.ts';
import type { Inward, InwardOptions } from './conversion.ts';
import { inlineFromHast } from './inline-from-hast.ts';

/** Elements that only group: their content stands for them. */
const groups = new Set([
  'html',
  'body',
  'main',
  'article',
  'section',
  'header',
  'footer',
  'div',
  'center',
  'hgroup',
  'address',
  'picture',
]);

/** Elements that stand in a line of text. */
const inlineTags = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'input',
  'big',
]);

/** Elements with nothing to show. */
const silent = new Set([
  'head',
  'meta',
  'link',
  'title',
  'style',
  'script',
  'template',
  'noscript',
  'source',
  'base',
]);

export function hastToBody(root: Root, options: InwardOptions): SerializedEditorState {
  const inward: Inward = {
    options,
    inline: (nodes, preserveSpace = false) => inlineFromHast(nodes, { preserveSpace }),
    blocks: (nodes) => toBlocks(nodes, inward),
  };
  return bodyOf(toBlocks(root.children as ElementContent[], inward));
}

function toBlocks(nodes: readonly ElementContent[], inward: Inward): BlockJson[] {
  const blocks: BlockJson[] = [];
  let loose: ElementContent[] = [];
  const endParagraph = () => {
    const content = inward.inline(loose);
    if (content.length > 0) blocks.push(paragraph(...content));
    loose = [];
  };
  for (const node of nodes) {
    if (
      node.type === 'text' ||
      (node.type === 'element' && inlineTags.has(node.tagName) && !holdsBlock(node))
    ) {
      loose.push(node);
    } else if (node.type === 'element' && !silent.has(node.tagName)) {
      endParagraph();
      blocks.push(...elementToBlocks(node, inward));
    }
  }
  endParagraph();
  return blocks;
}

function elementToBlocks(element: Extract<ElementContent, { type: 'element' }>, inward: Inward): BlockJson[] {
  for (const { tagNames, fromHast } of conversions) {
    const found = tagNames.includes(element.tagName) ? fromHast(element, inward) : null;
    if (found) return found;
  }
  if (groups.has(element.tagName) || inlineTags.has(element.tagName))
    return toBlocks(element.children, inward);
  return [opaque('html', toHtml(element), element.tagName)];
}

/** An inline element around blocks (a link around a picture, <b> around paragraphs, as word processors write). */
function holdsBlock({ children }: Extract<ElementContent, { type: 'element' }>): boolean {
  return children.some(
    (child) => child.type === 'element' && (!inlineTags.has(child.tagName) || holdsBlock(child)),
  );
}
