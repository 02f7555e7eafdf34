/** The inside of two paired blocks compared, by what they are. */
import type { BlockJson, ListJson } from '../../document/serialized.ts';
import type { AttributeChange, BlockContent, ItemChange, ListItemFacts } from '../document-diff.ts';
import { diffMarkup, type DiffBlocks } from '../markup/diff-markup.ts';
import { diffInline } from '../words/diff-inline.ts';
import { diffText } from '../words/diff-text.ts';
import { hasInlineContent, isKnownImage, isKnownList, isKnownOpaque } from './block-kinds.ts';
import { unitOfItem } from './block-units.ts';
import { itemsOf } from './list-items.ts';
import { matchUnits } from './match-units.ts';
import { attributeChanges } from './seen-attributes.ts';

export interface InnerDiff {
  readonly content: BlockContent;
  readonly attributes: readonly AttributeChange[];
}

/** `diffBlocks` compares what is found inside of one that is kept as it is. */
export function diffBlock(before: BlockJson, after: BlockJson, diffBlocks: DiffBlocks): InnerDiff {
  if (hasInlineContent(before) && hasInlineContent(after)) {
    const runs = diffInline(before.children, after.children);
    return { content: { kind: 'inline', runs }, attributes: attributeChanges(before, after) };
  }
  if (isKnownList(before) && isKnownList(after)) {
    const items = diffItems(before, after);
    return { content: { kind: 'list', items }, attributes: attributeChanges(before, after) };
  }
  if (isKnownImage(before) && isKnownImage(after)) {
    return {
      content: {
        kind: 'image',
        isPictureChanged: before.asset !== after.asset || before.src !== after.src,
        alt: diffText(before.alt, after.alt),
        caption: diffText(before.caption, after.caption),
      },
      attributes: attributeChanges(before, after),
    };
  }
  if (isKnownOpaque(before) && isKnownOpaque(after))
    return {
      content: diffMarkup(before, after, diffBlocks),
      attributes: attributeChanges(before, after).filter(({ name }) => name !== 'raw'),
    };
  const runs = diffText(rawText(before), rawText(after));
  return { content: { kind: 'raw', runs, reason: null }, attributes: [] };
}

/** What a block says where only its own notation can be compared. */
export function rawText(block: BlockJson): string {
  return isKnownOpaque(block) ? block.raw : JSON.stringify(block, null, 2);
}

function diffItems(before: ListJson, after: ListJson): ItemChange[] {
  const old = itemsOf(before);
  const now = itemsOf(after);
  return matchUnits(old.map(unitOfItem), now.map(unitOfItem)).map((match): ItemChange => {
    const oldOf = (index: number) => old[index] as ListItemFacts;
    const nowOf = (index: number) => now[index] as ListItemFacts;
    switch (match.kind) {
      case 'same':
        return { kind: 'same', after: nowOf(match.after) };
      case 'added':
        return { kind: 'added', after: nowOf(match.after) };
      case 'removed':
        return { kind: 'removed', before: oldOf(match.before) };
      case 'moved-away':
        return { kind: 'moved-away', before: oldOf(match.before), other: match.after };
      case 'changed':
      case 'moved': {
        const [item, nowItem] = [oldOf(match.before), nowOf(match.after)];
        const runs = diffInline(item.content, nowItem.content);
        return { kind: match.kind, before: item, after: nowItem, runs, other: match.before };
      }
      default:
        throw new Error(`A list item cannot be ${match.kind}.`);
    }
  });
}
