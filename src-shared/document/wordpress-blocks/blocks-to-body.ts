/**
 * WordPress content as a body. A block becomes native nodes only if writing those gives its very bytes again;
 * everything else is kept as it is. So for any content at all, bodyToBlocks(blocksToBody(x)) === x.
 */
import type { SerializedEditorState } from 'lexical';
import { parse } from '@wordpress/block-serialization-default-parser';
import { fromHtml } from 'hast-util-from-html';
import type { AssetHash } from '../post-document.ts';
import { blocksOf, bodyOf, image, opaque, type BlockJson, type ListJson } from '../serialized.ts';
import { hastToBody } from '../bridge/hast-to-body.ts';
import { blockOf, bodyToBlocks, checkMarks } from './body-to-blocks.ts';
import { splitBlocks, type SourcePiece } from './split-blocks.ts';

export interface BlocksToBodyOptions {
  /** The library's picture behind an upload of ours; null when it is none. */
  resolveAsset(url: string, id: string): AssetHash | null;
  /** The upload of a picture of ours, as `bodyToBlocks` is given it. */
  media(asset: AssetHash): { readonly id: string; readonly url: string } | null;
}

type ParsedBlock = ReturnType<typeof parse>[number];

const separator = '\n\n';
const nothingOurs: BlocksToBodyOptions = { resolveAsset: () => null, media: () => null };

export function blocksToBody(
  content: string,
  options: BlocksToBodyOptions = nothingOurs,
): SerializedEditorState {
  const body = bodyOf(join(splitBlocks(content)).map((raw) => nativeOf(raw, options) ?? opaqueOf(raw)));
  // Whatever the parts above missed, the promise holds.
  return bodyToBlocks(body, options) === content ? body : bodyOf([opaqueOf(content)]);
}

/** Blocks stand two newlines apart; where something else is between them, it is kept together with its neighbours. */
function join(pieces: readonly SourcePiece[]): string[] {
  const out: string[] = [];
  let glue = true; // the next piece goes on with the last one
  for (const { kind, raw } of pieces) {
    if (kind === 'between' && raw === separator && out.length > 0 && raw !== pieces.at(-1)?.raw) {
      glue = false;
      continue;
    }
    if (glue && out.length > 0) out[out.length - 1] += raw;
    else out.push(raw);
    glue = true;
  }
  return out;
}

function opaqueOf(raw: string): BlockJson {
  const name = /^<!--\s+wp:([a-z0-9/_-]+)/.exec(raw)?.[1] ?? 'html';
  return opaque('wordpress', raw, name);
}

/** The native block whose bytes these are; null when there is none. */
function nativeOf(raw: string, options: BlocksToBodyOptions): BlockJson | null {
  const parsed = parse(raw);
  const [block] = parsed;
  if (!block || parsed.length !== 1 || block.blockName === null) return null;
  const native = candidate(block, options);
  return native && blockOf(native, options) === raw ? native : null;
}

function candidate(block: ParsedBlock, options: BlocksToBodyOptions): BlockJson | null {
  const html = htmlOf(block);
  const [native, ...others] = blocksOf(
    hastToBody(fromHtml(html, { fragment: true }), { resolveAsset: () => null }),
  );
  if (!native || others.length > 0) return null;
  if (native.type === 'image') return imageOf(native, block, options);
  return native.type === 'list' ? checkListOf(native) : native;
}

/** A block's HTML with its inner blocks' in place, without the comments. */
function htmlOf({ innerContent, innerBlocks }: ParsedBlock): string {
  let next = 0;
  return innerContent
    .map((piece: string | null) => piece ?? htmlOf(innerBlocks[next++] as ParsedBlock))
    .join('')
    .replace(/^\n|\n$/g, '');
}

function imageOf(
  native: Extract<BlockJson, { type: 'image' }>,
  { attrs }: ParsedBlock,
  { resolveAsset }: BlocksToBodyOptions,
): BlockJson {
  const id = typeof attrs?.['id'] === 'number' ? String(attrs['id']) : '';
  const asset = resolveAsset(native.src, id);
  return asset === null
    ? image({ ...native, remoteId: id })
    : image({ ...native, asset, src: '', remoteId: '' });
}

/** A list whose items all begin with ☐ or ☑ is a check list. */
function checkListOf(block: ListJson): ListJson {
  const marks = block.children.map(({ children: [first] }) => {
    if (first?.type === 'list') return 'nested';
    const value = first && 'text' in first && typeof first.text === 'string' ? first.text : '';
    return value.startsWith(`${checkMarks.checked} `)
      ? true
      : value.startsWith(`${checkMarks.open} `)
        ? false
        : null;
  });
  const isCheck =
    block.listType === 'bullet' && marks.includes(null) === false && marks.some((mark) => mark !== 'nested');
  const children = block.children.map((item, at) => {
    const [first, ...rest] = item.children;
    if (first?.type === 'list') return { ...item, children: [checkListOf(first), ...rest] };
    if (!isCheck || !first || !('text' in first)) return item;
    const value = first.text.slice(2);
    return {
      ...item,
      checked: marks[at] === true,
      children: value === '' ? rest : [{ ...first, text: value }, ...rest],
    };
  });
  return isCheck ? { ...block, listType: 'check', children } : { ...block, children };
}
