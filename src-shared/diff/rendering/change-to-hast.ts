/** What one change shows on one side: the real block, or nothing where it is not. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BlockChange, PlacedBlock, RegroupedBlocks } from '../document-diff.ts';
import { aroundInline, blockToHast } from './block-to-hast.ts';
import { changedBlockToHast, type ShowChange } from './changed-block-to-hast.ts';
import type { DiffToHastOptions, Side } from './diff-to-hast-options.ts';
import { linksOf } from './changed-links.ts';
import { inlineRunsToHast, marked } from './runs-to-hast.ts';

export function changeToHast(change: BlockChange, side: Side, options: DiffToHastOptions): ElementContent[] {
  const inside: ShowChange = (inner, on) => [
    ...notesOn(inner, on, options),
    ...changeToHast(inner, on, options),
  ];
  switch (change.kind) {
    case 'same':
      return blockToHast((side === 'before' ? change.before : change.after).block, options);
    case 'added':
      return side === 'before' ? [] : marked('added', blockToHast(change.after.block, options));
    case 'removed':
      return side === 'after' ? [] : marked('removed', blockToHast(change.before.block, options));
    case 'changed':
      return changedBlockToHast(change, side, options, inside);
    case 'moved':
      return side === 'before' ? [] : changedBlockToHast(change, side, options, inside);
    case 'moved-away':
      // In one column the block stands where it is now, and only a note where it was.
      return side === 'before'
        ? changedBlockToHast(
            { before: change.before, after: change.became.place, content: change.became.content },
            side,
            options,
            inside,
          )
        : [];
    case 'split':
    case 'merged':
      return regroupedToHast(change, side, options);
  }
}

/** What is to be said of a change beside what it shows; in two columns, on the side it belongs to. */
export function notesOn(change: BlockChange, side: Side, { texts }: DiffToHastOptions): ElementContent[] {
  const said: string[] = [];
  if (side !== 'before') {
    if (change.kind === 'moved') said.push(texts.movedFrom(change.before.index + 1));
    if (change.kind === 'split') said.push(texts.split);
    if (change.kind === 'merged') said.push(texts.merged);
    if ('attributes' in change && change.attributes.length > 0)
      said.push(texts.attributes(change.attributes));
    said.push(...linksOf(change).map(({ words, link }) => texts.link(words, link)));
  }
  return said.filter((words) => words !== '').map((words) => h('p', { dataNote: '' }, words));
}

/** Where a moved block was, `place` counting the blocks of the document after. */
export function movedAwayNote(place: number, { texts }: DiffToHastOptions): ElementContent {
  return h('p', { dataNote: '' }, texts.movedTo(place + 1));
}

/** The several blocks with their share each; on the side where it is one, that one whole. */
function regroupedToHast(
  { kind, before, after, parts }: RegroupedBlocks,
  side: Side,
  options: DiffToHastOptions,
): ElementContent[] {
  const several = kind === 'split' ? after : before;
  const isWhole = kind === 'split' ? side === 'before' : side === 'after';
  if (isWhole) {
    const [{ block }] = (kind === 'split' ? before : after) as [PlacedBlock];
    return [aroundInline(block, inlineRunsToHast(parts.flat(), side, options.texts))];
  }
  return several.map(({ block }, at) =>
    aroundInline(block, inlineRunsToHast(parts[at] ?? [], side, options.texts)),
  );
}
