/** What is kept as it is, read as the blocks a reader sees in it: columns, galleries, groups, paragraphs with a colour. */
import type { Element, ElementContent } from 'hast';
import type { BlockJson } from '../../document/serialized.ts';
import { blocksIn, parseMarkup, seenInTree } from './parse-markup.ts';
import { readTable, textOfTable } from './read-table.ts';
import { seenInBlocks } from './seen-in-blocks.ts';

/** Null when it shows nothing, or anything that these blocks would not: then only its notation tells the truth. */
export function readParts(raw: string): BlockJson[] | null {
  const tree = parseMarkup(raw);
  if (tree === null) return null;
  const children = (tree.children as ElementContent[]).map(withoutFrames);
  const blocks = blocksIn(children);
  if (blocks.length === 0) return null;
  const shown = seenInBlocks(blocks, (inner) => {
    const table = readTable(inner);
    return table && textOfTable(table);
  });
  const seen = seenInTree(children);
  return shown?.text === seen.text && shown.pictures === seen.pictures ? blocks : null;
}

/** What stands around other content rather than being it, and what it becomes here. */
const frames: Readonly<Record<string, string>> = {
  details: 'div',
  dl: 'div',
  nav: 'div',
  aside: 'div',
  summary: 'p',
  dt: 'p',
  dd: 'div',
  figcaption: 'p',
};

/** Figures of more than a picture (galleries, embeds, quotes) are taken apart; their captions become paragraphs. */
function withoutFrames(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const isFigure = node.tagName === 'figure';
  if (isFigure && isPicture(node)) return node;
  const tagName = isFigure ? 'div' : (frames[node.tagName] ?? node.tagName);
  return { ...node, tagName, children: node.children.map(withoutFrames) };
}

/** A picture, and at most a caption of plain words. */
function isPicture({ children }: Element): boolean {
  const [first, second, ...others] = children.filter((child) => child.type === 'element');
  if (first?.tagName !== 'img' || others.length > 0) return false;
  return (
    !second || (second.tagName === 'figcaption' && second.children.every((child) => child.type === 'text'))
  );
}
