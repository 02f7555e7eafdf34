/** Blocks and list items as what they are matched by. */
import type { BlockJson } from '../../document/serialized.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ListItemFacts } from '../document-diff.ts';
import { flattenInline, type FlatInline } from '../words/flat-inline.ts';
import { blockBreak, wordsIn } from '../words/tokenise.ts';
import { hasInlineContent, isKnownImage, isKnownList, isKnownOpaque } from './block-kinds.ts';
import { itemsOf } from './list-items.ts';
import { seenAttributes } from './seen-attributes.ts';
import type { Unit } from './unit.ts';

export function unitOfBlock(block: BlockJson): Unit {
  const attributes = canonicalJson(seenAttributes(block));
  if (hasInlineContent(block)) {
    const flat = flattenInline([block.children]);
    return {
      // In a code block nothing is seen but its signs.
      signature: `${attributes}${block.type === 'code' ? flat.text : signatureOf(flat)}`,
      family: 'text',
      size: flat.text.length,
      words: () => wordsOfText(flat.text),
      isSplittable: block.type !== 'code' && !flat.text.includes(blockBreak),
    };
  }
  if (isKnownList(block)) {
    const items = itemsOf(block).map(unitOfItem);
    return {
      signature: `${attributes}${items.map(({ signature }) => signature).join('')}`,
      family: 'list',
      size: items.reduce((sum, { size }) => sum + size, 0),
      words: () => items.flatMap(({ words }) => words()),
      isSplittable: false,
    };
  }
  if (isKnownImage(block)) return unitOfImage(block, attributes);
  const type: string = block.type;
  if (block.type === 'horizontalrule')
    return { signature: attributes, family: block.type, size: 0, words: () => [], isSplittable: false };
  // Of an unknown kind nothing may be guessed: every byte of it counts.
  const signature = isKnownOpaque(block) ? attributes : canonicalJson(block);
  const words = () => wordsOfText(signature);
  // A list that is none the editor would make is not compared with one by item.
  const family = isKnownOpaque(block) ? type : `unknown ${type}`;
  return { signature, family, size: signature.length, words, isSplittable: false };
}

/** A very long text is judged by its beginning and its end. */
const judgedLength = 20_000;

function wordsOfText(text: string): string[] {
  return text.length <= 2 * judgedLength
    ? wordsIn(text)
    : wordsIn(`${text.slice(0, judgedLength)} ${text.slice(-judgedLength)}`);
}

/** Which picture it is counts for much more than what is said of it. */
const pictureWeight = 6;

function unitOfImage(block: Extract<BlockJson, { type: 'image' }>, attributes: string): Unit {
  const { asset, src, alt, caption } = block;
  const name = asset ?? src;
  const picture = name === '' ? [] : Array.from({ length: pictureWeight }, (_value, at) => `${at} ${name}`);
  return {
    signature: `${attributes}${JSON.stringify([alt, caption])}`,
    family: 'image',
    size: alt.length + caption.length,
    words: () => [...picture, ...wordsIn(alt), ...wordsIn(caption)],
    isSplittable: false,
  };
}

export function unitOfItem({ depth, listType, checked, start, content }: ListItemFacts): Unit {
  const flat = flattenInline([content]);
  return {
    signature: `${JSON.stringify([depth, listType, checked, start])}${signatureOf(flat)}`,
    family: 'item',
    size: flat.text.length,
    words: () => wordsOfText(flat.text),
    isSplittable: false,
  };
}

/** Text with its marks; how it is cut into nodes does not matter. */
function signatureOf({ text, leaves }: FlatInline): string {
  const marks: (string | number)[] = [];
  leaves.forEach((leaf, at) => {
    if (leaf.marks !== leaves[at - 1]?.marks) marks.push(leaf.start, leaf.marks);
  });
  return JSON.stringify([text, marks]);
}
