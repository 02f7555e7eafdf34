/** One row of a table, from its own HTML. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { inlineFromHast } from '../../document/bridge/inline-from-hast.ts';
import { bodyOf, paragraph, text, type BlockJson, type InlineJson } from '../../document/serialized.ts';
import { plainText } from '../../document/text.ts';
import { plainTextOf } from '../words/flat-inline.ts';
import { blocksIn, parseMarkup, seenInTree } from './parse-markup.ts';
import { seenInBlocks } from './seen-in-blocks.ts';
import { simpleInline } from './simple-inline.ts';
import { unseenTags } from './unseen-tags.ts';

export interface TableCell {
  readonly tag: 'td' | 'th';
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Of its tag, to tell whether they changed; empty for none. */
  readonly attributes: string;
  /** What in it neither its words nor its marks show (`unseenTags`). */
  readonly unseen: string;
  readonly text: string;
  /** Equal for cells that look the same to a reader. */
  readonly key: string;
  readonly blocks: readonly BlockJson[];
}

export interface TableRow {
  readonly raw: string;
  readonly attributes: string;
  readonly cells: readonly TableCell[];
}

/** Null when what stands there is no row, or not only cells, or a cell holds what cannot be told as text and pictures. */
export function readRow(raw: string): TableRow | null {
  const simple = simpleRow(raw);
  if (simple) return simple;
  const tree = parseMarkup(`<table><tbody>${raw}</tbody></table>`);
  const row = onlyChild(onlyChild(onlyChild(tree, 'table'), 'tbody'), 'tr');
  if (row === null) return null;
  const cells: TableCell[] = [];
  for (const child of row.children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    const cell = child.type === 'element' ? parsedCell(child) : null;
    if (cell === null) return null;
    cells.push(cell);
  }
  return { raw, attributes: attributesOf(row), cells };
}

// Attributes without a value, or with one in double quotes, that cannot be taken for the end of their tag.
const rowOpening = /^<tr(\s(?:[^<>"'=]|="[^"<>]*")*)?>/;
const cellPattern = /<(td|th)(\s(?:[^<>"'=]|="[^"<>]*")*)?>([^]*?)<\/(td|th)>/y;

/** Cells of words and simple marks, as most are, need no parser; that makes large tables quick. */
function simpleRow(raw: string): TableRow | null {
  const opening = rowOpening.exec(raw);
  if (!opening || /\b(?:col|row)span\b/i.test(raw)) return null;
  const cells: TableCell[] = [];
  cellPattern.lastIndex = opening[0].length;
  while (!raw.startsWith('</tr>', cellPattern.lastIndex)) {
    const [, tag, attributes = '', inside = '', end] = cellPattern.exec(raw) ?? [];
    if (tag === undefined || tag !== end) return null;
    // Marks are all there is in such a cell, and they are seen.
    const content = wordsOf(inside) ?? inlineBlocks(simpleInline(inside));
    if (content === null) return null;
    cells.push(
      cellOf({ tag: tag as TableCell['tag'], colSpan: 1, rowSpan: 1, attributes, unseen: '' }, content),
    );
  }
  const isWhole = cellPattern.lastIndex + '</tr>'.length === raw.length;
  return isWhole ? { raw, attributes: opening[1] ?? '', cells } : null;
}

/** Nothing but words, folded as HTML folds them; what it does not count as white space (a no-break space) stays. */
function wordsOf(html: string): BlockJson[] | null {
  if (/[<&\0\r]/.test(html)) return null;
  const said = html.replace(/[ \t\n\f]+/g, ' ').replace(/^ | $/g, '');
  return said === '' ? [] : [paragraph(text(said))];
}

function parsedCell(element: Element): TableCell | null {
  const { tagName, properties, children } = element;
  if (tagName !== 'td' && tagName !== 'th') return null;
  const blocks = children.every(isInline) ? inlineBlocks(children) : blocksOfCell(children);
  if (blocks === null) return null;
  const facts = {
    tag: tagName,
    colSpan: spanOf(properties['colSpan']),
    rowSpan: spanOf(properties['rowSpan']),
    attributes: attributesOf(element),
    unseen: unseenTags(toHtml({ type: 'root', children })),
  } as const;
  return cellOf(facts, blocks);
}

function cellOf(facts: Omit<TableCell, 'text' | 'key' | 'blocks'>, blocks: readonly BlockJson[]): TableCell {
  const [first, ...others] = blocks;
  if (!first) return { ...facts, text: '', key: '', blocks };
  if (first.type !== 'paragraph' || others.length > 0)
    return { ...facts, text: plainText(bodyOf(blocks)), key: JSON.stringify(blocks), blocks };
  const said = plainTextOf(first.children);
  return { ...facts, text: said, key: keyOf(said, first.children), blocks };
}

/** The words, and where there are marks, these too. */
function keyOf(said: string, nodes: readonly InlineJson[]): string {
  const [first, ...others] = nodes;
  if (first?.type === 'text' && first.format === 0 && others.length === 0) return said;
  const marks = nodes.map((node) =>
    node.type === 'text' ? `${node.format} ${node.text.length}` : JSON.stringify(node),
  );
  return `${said}\0${marks.join('\0')}`;
}

const inlineTags = new Set(['a', 'b', 'br', 'code', 'em', 'i', 'mark', 's', 'strong', 'sub', 'sup', 'u']);

/** Words and their marks: nothing of these can be lost. */
function isInline(node: ElementContent): boolean {
  return (
    node.type === 'text' ||
    (node.type === 'element' && inlineTags.has(node.tagName) && node.children.every(isInline))
  );
}

function inlineBlocks(children: readonly ElementContent[]): BlockJson[];
function inlineBlocks(children: readonly ElementContent[] | null): BlockJson[] | null;
function inlineBlocks(children: readonly ElementContent[] | null): BlockJson[] | null {
  if (children === null) return null;
  const inline = inlineFromHast(children);
  return inline.length === 0 ? [] : [paragraph(...inline)];
}

/** Null when the blocks do not show all that the cell shows. */
function blocksOfCell(children: readonly ElementContent[]): BlockJson[] | null {
  const blocks = blocksIn(children);
  const shown = seenInBlocks(blocks, () => null);
  const seen = seenInTree(children);
  return shown?.text === seen.text && shown.pictures === seen.pictures ? blocks : null;
}

/** As they are written. */
function attributesOf(element: Element): string {
  if (Object.keys(element.properties).length === 0) return '';
  const tag = toHtml({ ...element, children: [] });
  return tag.slice(1 + element.tagName.length, tag.lastIndexOf('></'));
}

function spanOf(value: unknown): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number >= 0 && number <= 1_000 ? number : 1;
}

/** The one element that is in it, when it is of this kind and nothing else is. */
function onlyChild(
  parent: { readonly children: readonly unknown[] } | null,
  tagName: string,
): Element | null {
  const [child, ...others] = (parent?.children ?? []) as Element[];
  return child?.type === 'element' && child.tagName === tagName && others.length === 0 ? child : null;
}
