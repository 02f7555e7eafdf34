/** A block with what changed inside it. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ImageJson } from '../../document/serialized.ts';
import { isKnownOpaque } from '../blocks/block-kinds.ts';
import type { BlockChange, BlockContent, ChangedBlock, MovedBlock } from '../document-diff.ts';
import { aroundInline, blockToHast, rawToHast } from './block-to-hast.ts';
import type { DiffToHastOptions, Side } from './diff-to-hast-options.ts';
import { itemsToHast } from './items-to-hast.ts';
import { keptToHast, markedCell, notationToHast } from './opaque-to-hast.ts';
import { aloneInCell } from './paragraph-alone.ts';
import { pictureToHast } from './picture-to-hast.ts';
import { codeRunsToHast, inlineRunsToHast, marked, textRunsToHast } from './runs-to-hast.ts';
import { tableToHast } from './table-to-hast.ts';

/** Shows a change that is inside of a block. */
export type ShowChange = (change: BlockChange, side: Side) => ElementContent[];

export function changedBlockToHast(
  { before, after, content }: Pick<ChangedBlock | MovedBlock, 'before' | 'after' | 'content'>,
  side: Side,
  options: DiffToHastOptions,
  showChange: ShowChange,
): ElementContent[] {
  const { block } = side === 'before' ? before : after;
  if (content === null) return blockToHast(block, options);
  switch (content.kind) {
    case 'inline': {
      const isCode = block.type === 'code';
      const shown = isCode
        ? codeRunsToHast(content.runs, side)
        : inlineRunsToHast(content.runs, side, options.texts);
      return [aroundInline(block, shown)];
    }
    case 'list':
      return [itemsToHast(content.items, side, block.type === 'list' ? block.start : 1, options.texts)];
    case 'image':
      return imageToHast(before.block as ImageJson, after.block as ImageJson, content, side, options);
    case 'table':
      return [
        ...tableToHast(content, side, options, (cell, on) =>
          cell.kind === 'changed'
            ? aloneInCell(cell.changes.flatMap((change) => showChange(change, on)))
            : markedCell(
                cell.kind,
                cell.blocks.flatMap((inner) => blockToHast(inner, options)),
              ),
        ),
        ...notationToHast(content.notation, side, options),
      ];
    case 'parts': {
      const label = isKnownOpaque(block) ? block.label : block.type;
      const shown = content.changes.flatMap((change) => showChange(change, side));
      return keptToHast(label, [...shown, ...notationToHast(content.notation, side, options)], options);
    }
    case 'raw': {
      const why = { table: options.texts.tableAsText, 'same-words': options.texts.sameWords, none: '' };
      const said = side === 'before' ? '' : why[content.reason ?? 'none'];
      const notes = said === '' ? [] : [h('p', { dataNote: '' }, said)];
      return [...notes, ...rawToHast(block, textRunsToHast(content.runs, side), options)];
    }
  }
}

function imageToHast(
  before: ImageJson,
  after: ImageJson,
  content: Extract<BlockContent, { kind: 'image' }>,
  side: Side,
  options: DiffToHastOptions,
): ElementContent[] {
  const caption = textRunsToHast(content.caption, side);
  const isOther = side === 'both' && content.isPictureChanged;
  const own = side === 'before' ? before : after;
  const pictures = isOther
    ? [
        ...marked('removed', [pictureToHast(before, before.alt, [], options)]),
        ...marked('added', [pictureToHast(after, after.alt, caption, options)]),
      ]
    : [pictureToHast(own, own.alt, caption, options)];
  if (before.alt === after.alt) return pictures;
  // The alternative text is seen nowhere else, so a change of it is spelt out.
  const alt = h('p', { dataPart: 'alt' }, [
    h('span', options.texts.alt),
    ' ',
    ...textRunsToHast(content.alt, side),
  ]);
  return [...pictures, alt];
}
