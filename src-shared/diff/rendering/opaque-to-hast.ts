/** What is kept as it is, as a reader sees it where that can be told, else as its own notation. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BlockJson, OpaqueJson } from '../../document/serialized.ts';
import type { TextRun } from '../document-diff.ts';
import { readParts } from '../markup/read-parts.ts';
import { readTable } from '../markup/read-table.ts';
import type { DiffToHastOptions, Side } from './diff-to-hast-options.ts';
import { aloneInCell } from './paragraph-alone.ts';
import { marked, textRunsToHast } from './runs-to-hast.ts';
import { wholeTableToHast, type ShowCell } from './table-to-hast.ts';

type ShowBlock = (block: BlockJson) => ElementContent[];

/** An unchanged one. */
export function opaqueToHast(
  block: OpaqueJson,
  options: DiffToHastOptions,
  showBlock: ShowBlock,
): ElementContent[] {
  const table = readTable(block.raw);
  if (table) return wholeTableToHast(table, options, showsCells(showBlock));
  const parts = readParts(block.raw);
  const shown: ElementContent[] = parts
    ? parts.flatMap(showBlock)
    : [h('pre', [{ type: 'text', value: block.raw }])];
  return keptToHast(block.label, shown, options);
}

/** Cells that did not change inside. */
export function showsCells(showBlock: ShowBlock): ShowCell {
  return (cell) => {
    if (cell.kind === 'changed') throw new Error('A changed cell is shown by its changes.');
    return markedCell(cell.kind, cell.blocks.flatMap(showBlock));
  };
}

/** A cell's content; one paragraph alone is the cell itself. */
export function markedCell(kind: 'same' | 'added' | 'removed', content: ElementContent[]): ElementContent[] {
  return marked(kind, aloneInCell(content));
}

/** Content under the name of the block that is kept. */
export function keptToHast(
  label: string,
  content: ElementContent[],
  { texts }: DiffToHastOptions,
): ElementContent[] {
  return [h('figure', { dataOpaque: '' }, [h('figcaption', texts.opaque(label)), ...content])];
}

/** Changed notation, put away below what is seen. */
export function notationToHast(
  runs: readonly TextRun[] | null,
  side: Side,
  { texts }: DiffToHastOptions,
): ElementContent[] {
  if (runs === null) return [];
  return [
    h('details', { dataNotation: '' }, [h('summary', texts.notation), h('pre', textRunsToHast(runs, side))]),
  ];
}
