/** Which blocks have which kind of content. A stored body may hold anything, so the shape is looked at, too. */
import type {
  BlockJson,
  CodeJson,
  HeadingJson,
  ImageJson,
  InlineJson,
  ListJson,
  OpaqueJson,
  ParagraphJson,
  QuoteJson,
} from '../../document/serialized.ts';

const inlineTypes = new Set(['paragraph', 'heading', 'quote', 'code']);
const leafTypes = new Set(['text', 'code-highlight', 'tab', 'linebreak']);

export type InlineBlock = ParagraphJson | HeadingJson | QuoteJson | CodeJson;

/** Text with marks, and nothing that itself is a block. */
export function hasInlineContent(block: BlockJson): block is InlineBlock {
  return inlineTypes.has(block.type) && 'children' in block && isInline(block.children);
}

/** A list of items of text and lists, as the editor makes them. */
export function isKnownList(block: BlockJson): block is ListJson {
  if (block.type !== 'list' || !Array.isArray(block.children)) return false;
  return block.children.every(
    (item) =>
      item.type === 'listitem' &&
      Array.isArray(item.children) &&
      item.children.every((child: InlineJson | ListJson) =>
        child.type === 'list' ? isKnownList(child) : isInline([child]),
      ),
  );
}

export function isKnownImage(block: BlockJson): block is ImageJson {
  return (
    block.type === 'image' && [block.alt, block.caption, block.src].every((said) => typeof said === 'string')
  );
}

export function isKnownOpaque(block: BlockJson): block is OpaqueJson {
  return block.type === 'opaque' && typeof block.raw === 'string' && typeof block.label === 'string';
}

function isInline(nodes: unknown): boolean {
  return (
    Array.isArray(nodes) &&
    (nodes as { type?: unknown; text?: unknown; children?: unknown }[]).every(({ type, text, children }) => {
      if (type === 'link' || type === 'autolink') return isInline(children);
      if (typeof type !== 'string') return false;
      return leafTypes.has(type) ? type === 'linebreak' || typeof text === 'string' : true;
    })
  );
}
