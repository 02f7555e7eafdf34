/** Inline nodes as one text with marks: what a comparison by word works on, and pieces of it as nodes again. */
import type { InlineJson, LinkJson, TextJson } from '../../document/serialized.ts';
import { canonicalJson } from '../canonical-json.ts';
import { blockBreak } from './tokenise.ts';

/** A stretch of text with one set of marks. */
export interface Leaf {
  readonly start: number;
  readonly end: number;
  /** Format bits; 0 for what cannot have any. */
  readonly format: number;
  readonly link: LinkJson | null;
  /** Equal for leaves that look the same to a reader. */
  readonly marks: string;
  readonly node: InlineJson;
}

export interface FlatInline {
  readonly text: string;
  readonly leaves: readonly Leaf[];
}

/** Stands in the text for a node that has none. */
const objectSign = '\ufffc';

/** Several blocks' inline content as one text, a block break between them. */
export function flattenInline(blocks: readonly (readonly InlineJson[])[]): FlatInline {
  const leaves: Leaf[] = [];
  const pieces: string[] = [];
  let length = 0;
  const push = (node: InlineJson, text: string, link: LinkJson | null, format: number, marks: string) => {
    if (text === '') return;
    leaves.push({ start: length, end: length + text.length, format, link, marks, node });
    pieces.push(text);
    length += text.length;
  };
  const visit = (nodes: readonly InlineJson[], link: LinkJson | null, linkMarks: string) => {
    for (const node of nodes) {
      if (node.type === 'link' || node.type === 'autolink') {
        const { url, target, rel, title, children } = node;
        const isUnlinked = 'isUnlinked' in node && node.isUnlinked === true;
        visit(children, node, JSON.stringify([url, target, rel, title, isUnlinked]));
      } else if (node.type === 'linebreak') push(node, '\n', link, 0, linkMarks);
      else if (node.type === 'text' || node.type === 'code-highlight' || node.type === 'tab') {
        const { text, format, style } = node;
        push(node, text, link, format, `${format} ${style || ''} ${linkMarks}`);
      } else push(node, textOfUnknown(node) || objectSign, link, 0, `${canonicalJson(node)} ${linkMarks}`);
    }
  };
  blocks.forEach((children, at) => {
    if (at > 0) push(breakNode, blockBreak, null, 0, '');
    visit(children, null, '');
  });
  return { text: pieces.join(''), leaves };
}

const breakNode: InlineJson = { type: 'linebreak', version: 1 };

function textOfUnknown(node: { readonly text?: unknown; readonly children?: unknown }): string {
  if (typeof node.text === 'string') return node.text;
  if (!Array.isArray(node.children)) return '';
  return (node.children as (typeof node)[]).map(textOfUnknown).join('');
}

/** The nodes of a stretch; text nodes are cut, links kept around what is in them. */
export function sliceInline({ text, leaves }: FlatInline, start: number, end: number): InlineJson[] {
  const nodes: InlineJson[] = [];
  let linkNow: LinkJson | null = null;
  let inLink: InlineJson[] = [];
  for (let at = leafAt(leaves, start); at < leaves.length; at++) {
    const leaf = leaves[at] as Leaf;
    if (leaf.start >= end) break;
    const piece = cut(leaf, text, Math.max(start, leaf.start), Math.min(end, leaf.end));
    if (leaf.link === null) nodes.push(piece);
    else if (leaf.link === linkNow) inLink.push(piece);
    else nodes.push({ ...leaf.link, children: (inLink = [piece]) });
    linkNow = leaf.link;
  }
  return nodes;
}

function cut({ node, start, end }: Leaf, text: string, from: number, to: number): InlineJson {
  if (from === start && to === end) return node;
  return 'text' in node ? ({ ...node, text: text.slice(from, to) } as TextJson) : node;
}

/** The index of the leaf that holds a place. */
export function leafAt(leaves: readonly Leaf[], place: number): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle] as Leaf).end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text alone. */
export function plainTextOf(nodes: readonly InlineJson[]): string {
  return flattenInline([nodes]).text;
}
