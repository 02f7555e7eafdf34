/** A body as WordPress blocks: core blocks that open in WordPress’s own editor as native ones, without a warning. */
import type { SerializedEditorState } from 'lexical';
import { inlineToHast } from '../bridge/inline-to-hast.ts';
import { nestedItems } from '../bridge/lists.ts';
import { codeText, splitParagraphs } from '../bridge/text-blocks.ts';
import type { AssetHash } from '../post-document.ts';
import {
  blocksOf,
  bodyOf,
  paragraph,
  text,
  type BlockJson,
  type CodeJson,
  type HeadingJson,
  type ImageJson,
  type InlineJson,
  type ListJson,
  type QuoteJson,
} from '../serialized.ts';
import { safeUrl } from '../safe-url.ts';
import { plainText } from '../text.ts';
import { codeHtml, comment, escapeAttribute, inlineHtml } from './block-html.ts';

/** A picture as the blog has it. */
export interface BlockMedia {
  readonly id: string;
  readonly url: string;
}

export interface BlocksOptions {
  /** The upload behind a picture of the library; null leaves the picture out. */
  media(asset: AssetHash): BlockMedia | null;
}

/** Marks in front of a check list’s items, which WordPress has no block for. */
export const checkMarks = { checked: '☑', open: '☐' } as const;

/** The content of a WordPress post. Opaque blocks of the WordPress dialect go back byte for byte. */
export function bodyToBlocks(body: SerializedEditorState, options: BlocksOptions): string {
  return blocksOf(body)
    .map((block) => blockOf(block, options))
    .filter((block) => block !== '')
    .join('\n\n');
}

/** One block as WordPress text; empty for what has nothing to say. */
export function blockOf(block: BlockJson, options: BlocksOptions): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphBlock(block.children);
    case 'heading':
      return headingBlock(block);
    case 'list':
      return listBlock(block);
    case 'quote':
      return quoteBlock(block);
    case 'code':
      return codeBlock(block);
    case 'horizontalrule':
      return comment('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
    case 'image':
      return imageBlock(block, options);
    case 'opaque':
      return block.dialect === 'wordpress' ? block.raw : comment('html', {}, block.raw);
    default: {
      // A kind from a newer program: its text is kept for the reader.
      const said = plainText(bodyOf([block]));
      return said === '' ? '' : paragraphBlock(paragraph(text(said)).children);
    }
  }
}

function inline(nodes: readonly InlineJson[]): string {
  return inlineHtml(inlineToHast(nodes));
}

function paragraphBlock(children: readonly InlineJson[]): string {
  const content = inline(children);
  return content === '' ? '' : comment('paragraph', {}, `<p>${content}</p>`);
}

function headingBlock({ tag, children }: HeadingJson): string {
  const level = Number(tag.slice(1));
  const content = inline(children);
  if (content === '') return '';
  return comment(
    'heading',
    level === 2 ? {} : { level },
    `<${tag} class="wp-block-heading">${content}</${tag}>`,
  );
}

function quoteBlock({ children }: QuoteJson): string {
  const paragraphs = splitParagraphs(children)
    .map(paragraphBlock)
    .filter((block) => block !== '');
  if (paragraphs.length === 0) return '';
  return comment('quote', {}, `<blockquote class="wp-block-quote">${paragraphs.join('\n\n')}</blockquote>`);
}

function codeBlock(block: CodeJson): string {
  const name = block.language ? `language-${block.language}` : null;
  const classes = ['wp-block-code', ...(name ? [name] : [])].join(' ');
  const content = `<pre class="${escapeAttribute(classes)}"><code>${codeHtml(codeText(block))}</code></pre>`;
  return comment('code', name ? { className: name } : {}, content);
}

function listBlock(block: ListJson): string {
  const isNumbered = block.listType === 'number';
  const start = isNumbered && block.start !== 1 ? { start: block.start } : {};
  const items = nestedItems(block).map(({ content, checked, lists }) => {
    const mark = block.listType === 'check' ? `${checked ? checkMarks.checked : checkMarks.open} ` : '';
    return comment('list-item', {}, `<li>${mark}${inline(content)}${lists.map(listBlock).join('\n\n')}</li>`);
  });
  if (items.length === 0) return '';
  const tag = isNumbered ? 'ol' : 'ul';
  const opening = `<${tag}${'start' in start ? ` start="${start.start}"` : ''} class="wp-block-list">`;
  return comment(
    'list',
    isNumbered ? { ordered: true, ...start } : {},
    `${opening}${items.join('\n\n')}</${tag}>`,
  );
}

function imageBlock({ asset, src, remoteId, alt, caption }: ImageJson, { media }: BlocksOptions): string {
  const found = asset === null ? { id: remoteId, url: safeUrl(src) ?? '' } : media(asset);
  if (!found || found.url === '') return '';
  const id = Number(found.id);
  const isUpload = found.id !== '' && Number.isInteger(id);
  const attributes = isUpload ? { id, sizeSlug: 'full', linkDestination: 'none' } : {};
  const picture = `<img src="${escapeAttribute(found.url)}" alt="${escapeAttribute(alt)}"${isUpload ? ` class="wp-image-${id}"` : ''}/>`;
  const words =
    caption === '' ? '' : `<figcaption class="wp-element-caption">${inline([text(caption)])}</figcaption>`;
  return comment(
    'image',
    attributes,
    `<figure class="wp-block-image${isUpload ? ' size-full' : ''}">${picture}${words}</figure>`,
  );
}
