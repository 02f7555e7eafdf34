/** What a document says, shows and links to, as plain values. */
import type { SerializedEditorState } from 'lexical';
import type { AssetHash, PostDocument } from './post-document.ts';
import { markupText } from './markup-text.ts';
import { blocksOf, type ImageJson } from './serialized.ts';

/** Kinds whose end ends a line. */
const blockTypes = new Set([
  'paragraph',
  'heading',
  'quote',
  'code',
  'listitem',
  'list',
  'image',
  'horizontalrule',
  'opaque',
]);

interface AnyNode {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly children?: unknown;
  readonly alt?: unknown;
  readonly caption?: unknown;
  readonly raw?: unknown;
}

/** The visible text, a line a block: captions included, pictures' alternative texts too, for they are searched for. */
export function plainText(body: SerializedEditorState): string {
  const pieces: string[] = [];
  collect(body.root as AnyNode, pieces);
  const text = pieces.join('').trim();
  return text.includes('\n\n') ? text.replace(/\n{2,}/g, '\n') : text;
}

function collect(node: AnyNode, pieces: string[]): void {
  if (typeof node.text === 'string') pieces.push(node.text);
  else if (node.type === 'linebreak') pieces.push('\n');
  else if (node.type === 'image') pieces.push(`${String(node.alt ?? '')}\n${String(node.caption ?? '')}`);
  else if (node.type === 'opaque') pieces.push(markupText(String(node.raw ?? '')));
  if (Array.isArray(node.children)) for (const child of node.children as AnyNode[]) collect(child, pieces);
  if (typeof node.type === 'string' && blockTypes.has(node.type) && pieces.at(-1) !== '\n') pieces.push('\n');
}

const wordsPerMinute = 220;

/** Whole minutes to read this many words; at least one when there are any. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
}

/** Pictures of the body, in order. */
export function imagesIn(body: SerializedEditorState): ImageJson[] {
  return blocksOf(body).filter((block) => block.type === 'image');
}

/** Every picture of the library that the document shows, in order, each once; the featured image comes first. */
export function assetsIn({ body, featuredImage }: Pick<PostDocument, 'body' | 'featuredImage'>): AssetHash[] {
  const found = [featuredImage?.asset ?? null, ...imagesIn(body).map(({ asset }) => asset)];
  return [...new Set(found.filter((asset) => asset !== null))];
}

/** The alternative text a picture is sent with: the one written at its first place in the document. */
export function altOf(
  { body, featuredImage }: Pick<PostDocument, 'body' | 'featuredImage'>,
  asset: AssetHash,
): string {
  const inBody = imagesIn(body).find((image) => image.asset === asset && image.alt !== '');
  return inBody?.alt ?? (featuredImage?.asset === asset ? featuredImage.alt : '');
}

/** Addresses that the body links to, in order. */
export function linksIn(body: SerializedEditorState): string[] {
  const links: string[] = [];
  const visit = (node: { type?: unknown; url?: unknown; children?: unknown }): void => {
    if ((node.type === 'link' || node.type === 'autolink') && typeof node.url === 'string')
      links.push(node.url);
    if (Array.isArray(node.children)) for (const child of node.children as (typeof node)[]) visit(child);
  };
  visit(body.root);
  return links;
}

/** The beginning of the text, cut at a word, at most `length` characters. */
export function excerptOf(body: SerializedEditorState, length: number): string {
  const flat = plainText(body).replace(/\s+/g, ' ');
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length).trimEnd()}…`;
}
