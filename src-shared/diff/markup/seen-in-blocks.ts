/** What a reader sees of blocks that were made of HTML: whether nothing was lost on the way. */
import type { BlockJson, InlineJson, ListJson } from '../../document/serialized.ts';
import { plainTextOf } from '../words/flat-inline.ts';
import { withoutSpace, type Seen } from './parse-markup.ts';

/** `opaqueText` says what an opaque block among them shows; null for one that cannot be read. */
export function seenInBlocks(
  blocks: readonly BlockJson[],
  opaqueText: (raw: string) => string | null,
): Seen | null {
  let pictures = 0;
  const pieces: string[] = [];
  for (const block of blocks) {
    if (block.type === 'image') {
      pictures += 1;
      pieces.push(block.caption);
    } else if (block.type === 'opaque') {
      const text = opaqueText(block.raw);
      if (text === null) return null;
      pieces.push(text);
    } else if (block.type === 'list') pieces.push(textOfList(block));
    else if ('children' in block) pieces.push(plainTextOf(block.children));
  }
  return { text: withoutSpace(pieces.join('')), pictures };
}

function textOfList({ children }: ListJson): string {
  return children
    .map((item) =>
      item.children
        .map((child) => (child.type === 'list' ? textOfList(child) : plainTextOf([child as InlineJson])))
        .join(''),
    )
    .join('');
}
