/**
 * A top-level block's plain text, by which comments are anchored: its text nodes in order, line breaks as `\n`, list items
 * each on a line. The same for a serialized block as for what an editor shows.
 */
import { markupText } from '../document/markup-text.ts';
import type { BlockJson } from '../document/serialized.ts';

interface AnyNode {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly children?: readonly AnyNode[];
}

/** One text node and where its text begins in the block's. */
export interface TextPiece {
  /** Indexes of children from the block down to the node. */
  readonly path: readonly number[];
  readonly start: number;
  readonly text: string;
}

export function blockText(block: BlockJson): string {
  return textPieces(block).text;
}

/**
 * What a block is known by as a whole: its text, or, of one without any, its words first and then what it is: a picture by
 * its alternative text, caption and file. Empty for a line between blocks. It goes into review files, so it has no address.
 */
export function blockMark(block: BlockJson): string {
  if (block.type === 'image') return `${block.alt}\n${block.caption}\n${block.asset ?? ''}`;
  if (block.type === 'opaque') return `${markupText(block.raw).replace(/\s+/g, ' ').trim()}\n${block.label}`;
  return blockText(block);
}

/** The text and the nodes it is made of. */
export function textPieces(block: BlockJson): {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
} {
  const pieces: TextPiece[] = [];
  let text = '';
  const visit = (node: AnyNode, path: readonly number[]): void => {
    if (typeof node.text === 'string') {
      pieces.push({ path, start: text.length, text: node.text });
      text += node.text;
    } else if (node.type === 'linebreak') text += '\n';
    node.children?.forEach((child, at) => {
      if (child.type === 'listitem' && text !== '' && !text.endsWith('\n')) text += '\n';
      visit(child, [...path, at]);
    });
  };
  visit(block as AnyNode, []);
  return { text, pieces };
}
