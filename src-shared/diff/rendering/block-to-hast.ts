/** One block as it is, through the bridge; what the bridge would take as HTML is shown as the text it is. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { bodyToHast } from '../../document/bridge/body-to-hast.ts';
import { bodyOf, type BlockJson } from '../../document/serialized.ts';
import { hasInlineContent, isKnownImage, isKnownList, isKnownOpaque } from '../blocks/block-kinds.ts';
import { rawText } from '../blocks/diff-block.ts';
import type { DiffToHastOptions } from './diff-to-hast-options.ts';
import { keptToHast, opaqueToHast } from './opaque-to-hast.ts';
import { pictureToHast } from './picture-to-hast.ts';

export function blockToHast(block: BlockJson, options: DiffToHastOptions): ElementContent[] {
  if (isKnownImage(block)) {
    const { alt, caption } = block;
    return [pictureToHast(block, alt, caption === '' ? [] : [{ type: 'text', value: caption }], options)];
  }
  if (isKnownOpaque(block)) return opaqueToHast(block, options, (inner) => blockToHast(inner, options));
  const isKnown = hasInlineContent(block) || isKnownList(block) || block.type === 'horizontalrule';
  if (!isKnown) return rawToHast(block, [{ type: 'text', value: rawText(block) }], options);
  return bodyToHast(bodyOf([block]), { resolveImage: () => null }).children as ElementContent[];
}

/** A block by its name, and its own notation as text. */
export function rawToHast(
  block: BlockJson,
  content: ElementContent[],
  options: DiffToHastOptions,
): ElementContent[] {
  const label = isKnownOpaque(block) ? block.label : block.type;
  return keptToHast(label, [h('pre', content)], options);
}

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The element a block of text is, around other content than its own. */
export function aroundInline(block: BlockJson, content: ElementContent[]): ElementContent {
  if (block.type === 'heading') return h(headings.has(block.tag) ? block.tag : 'h2', content);
  if (block.type === 'quote') return h('blockquote', h('p', content));
  if (block.type !== 'code') return h('p', content);
  const className = block.language ? [`language-${block.language}`] : [];
  return h('pre', h('code', className.length > 0 ? { className } : {}, content));
}
