/** The bridge outward: a body as a hast tree. */
import type { SerializedEditorState } from 'lexical';
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { plainText } from '../text.ts';
import { blocksOf, bodyOf, type BlockJson, type OpaqueJson } from '../serialized.ts';
import { conversions } from './conversions.ts';
import type { Outward, OutwardOptions } from './conversion.ts';
import { inlineToHast } from './inline-to-hast.ts';

export interface BodyToHastOptions extends OutwardOptions {
  /** What an opaque block becomes; by default its HTML, without the comments around it. */
  opaqueToHast?(block: OpaqueJson): ElementContent[];
}

/** Every block in order. Kinds that are not known here give a paragraph of their text. */
export function bodyToHast(body: SerializedEditorState, options: BodyToHastOptions): Root {
  const outward: Outward = { options, inline: inlineToHast };
  const children = blocksOf(body).flatMap((block): ElementContent[] => {
    if (block.type === 'opaque') return (options.opaqueToHast ?? htmlOf)(block);
    const found = conversions.find(({ kind }) => kind === block.type);
    return found ? found.toHast(block, outward) : unknownToHast(block);
  });
  return { type: 'root', children };
}

function htmlOf({ raw }: OpaqueJson): ElementContent[] {
  const { children } = fromHtml(raw, { fragment: true });
  return children.filter((child) => child.type === 'element' || child.type === 'text');
}

function unknownToHast(block: BlockJson): ElementContent[] {
  const said = plainText(bodyOf([block]));
  return said === '' ? [] : [h('p', said)];
}
