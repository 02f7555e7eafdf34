/** HTML exactly as Gutenberg’s serializer writes it, so that what WordPress stores is what its own editor would have. */
import type { ElementContent } from 'hast';

/** Text in content: Gutenberg escapes no more than must be (packages/escape-html, escapeEditableHTML). */
function escapeText(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Attribute values (packages/escape-html, escapeAttribute). */
export function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/>/g, '&gt;').replace(/</g, '&lt;');
}

/** Inline hast as rich text is saved. */
export function inlineHtml(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeText(node.value);
      if (node.type !== 'element') return '';
      if (node.tagName === 'br') return '<br>';
      const attributes = Object.entries(node.properties)
        .map(
          ([name, value]) =>
            ` ${name}="${escapeAttribute(Array.isArray(value) ? value.join(' ') : String(value))}"`,
        )
        .join('');
      return `<${node.tagName}${attributes}>${inlineHtml(node.children)}</${node.tagName}>`;
    })
    .join('');
}

/** A code block’s text (packages/block-library, code/utils: escape). */
export function codeHtml(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\[/g, '&#91;')
    .replace(/^(\s*https?:)\/\/([^\s<>"]+\s*)$/m, '$1&#47;&#47;$2');
}

export type BlockAttributes = Readonly<Record<string, string | number | boolean>>;

/** A block between its comments (packages/blocks, serializer: getCommentDelimitedContent). */
export function comment(name: string, attributes: BlockAttributes, content: string): string {
  const json = Object.keys(attributes).length === 0 ? '' : ` ${attributesJson(attributes)}`;
  return `<!-- wp:${name}${json} -->\n${content}\n<!-- /wp:${name} -->`;
}

/** Attributes may not end the comment they stand in (packages/blocks, serializer: serializeAttributes). */
function attributesJson(attributes: BlockAttributes): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022');
}
