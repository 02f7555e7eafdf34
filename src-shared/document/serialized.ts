/**
 * The serialized shapes of every node a body may hold: what Lexical 0.52 writes, and our own two. All
 * conversions work on these plain values, without an editor.
 */
import type { SerializedEditorState, SerializedLexicalNode } from 'lexical';
import { currentDocumentVersion } from './document-version.ts';
import type { AssetHash, PostDocument } from './post-document.ts';

/** Lexical's text format bits. */
export const textFormat = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
  highlight: 128,
} as const;

interface ElementBase {
  readonly version: number;
  readonly direction: 'ltr' | 'rtl' | null;
  readonly format: '' | 'left' | 'start' | 'center' | 'right' | 'end' | 'justify';
  readonly indent: number;
}

export interface TextJson {
  readonly type: 'text' | 'code-highlight';
  readonly version: number;
  readonly text: string;
  readonly format: number;
  readonly detail: number;
  readonly mode: 'normal' | 'token' | 'segmented';
  readonly style: string;
}
export interface LineBreakJson {
  readonly type: 'linebreak';
  readonly version: number;
}
export interface TabJson extends Omit<TextJson, 'type'> {
  readonly type: 'tab';
}
export interface LinkJson extends ElementBase {
  readonly type: 'link' | 'autolink';
  readonly url: string;
  readonly rel: string | null;
  readonly target: string | null;
  readonly title: string | null;
  readonly children: readonly InlineJson[];
}
export type InlineJson = TextJson | LineBreakJson | TabJson | LinkJson;

export interface ParagraphJson extends ElementBase {
  readonly type: 'paragraph';
  readonly textFormat: number;
  readonly textStyle: string;
  readonly children: readonly InlineJson[];
}
export interface HeadingJson extends ElementBase {
  readonly type: 'heading';
  readonly tag: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  readonly children: readonly InlineJson[];
}
export interface QuoteJson extends ElementBase {
  readonly type: 'quote';
  readonly children: readonly InlineJson[];
}
export interface CodeJson extends ElementBase {
  readonly type: 'code';
  readonly language?: string | null;
  readonly children: readonly InlineJson[];
}
export interface ListJson extends ElementBase {
  readonly type: 'list';
  readonly listType: 'bullet' | 'number' | 'check';
  readonly start: number;
  readonly tag: 'ul' | 'ol';
  readonly children: readonly ListItemJson[];
}
export interface ListItemJson extends ElementBase {
  readonly type: 'listitem';
  readonly checked?: boolean | undefined;
  readonly value: number;
  /** Inline children, or, in an item of its own, one nested list (Lexical's way of nesting). */
  readonly children: readonly (InlineJson | ListJson)[];
}
export interface DividerJson {
  readonly type: 'horizontalrule';
  readonly version: number;
}
export interface ImageJson {
  readonly type: 'image';
  readonly version: number;
  /** The picture in the library; null when only its address is known. */
  readonly asset: AssetHash | null;
  /** Its address elsewhere; empty for a picture of the library. */
  readonly src: string;
  /** Its id on the blog it came from; empty for a picture of the library. */
  readonly remoteId: string;
  readonly alt: string;
  readonly caption: string;
  /** Pixels; 0 when not known. */
  readonly width: number;
  readonly height: number;
}
export interface OpaqueJson {
  readonly type: 'opaque';
  readonly version: number;
  /** The language `raw` is written in. */
  readonly dialect: OpaqueDialect;
  /** Kept byte for byte. */
  readonly raw: string;
  /** What it is, for the person: a block's name, a tag. */
  readonly label: string;
}
export type OpaqueDialect = 'wordpress' | 'html';

export type BlockJson =
  ParagraphJson | HeadingJson | QuoteJson | CodeJson | ListJson | DividerJson | ImageJson | OpaqueJson;

/** A node of a kind this program does not know; it is carried along and never lost. */
export type UnknownJson = SerializedLexicalNode & {
  readonly children?: readonly unknown[];
  readonly text?: string;
};

const element = { version: 1, direction: null, format: '', indent: 0 } as const;

export function text(value: string, format = 0): TextJson {
  return { type: 'text', version: 1, text: value, format, detail: 0, mode: 'normal', style: '' };
}
export function lineBreak(): LineBreakJson {
  return { type: 'linebreak', version: 1 };
}
export function link(
  url: string,
  children: readonly InlineJson[],
  target: string | null = null,
  rel: string | null = null,
): LinkJson {
  return { ...element, type: 'link', url, rel, target, title: null, children };
}
export function paragraph(...children: readonly InlineJson[]): ParagraphJson {
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children };
}
export function heading(tag: HeadingJson['tag'], ...children: readonly InlineJson[]): HeadingJson {
  return { ...element, type: 'heading', tag, children };
}
export function quote(...children: readonly InlineJson[]): QuoteJson {
  return { ...element, type: 'quote', children };
}
export function code(language: string | null, ...children: readonly InlineJson[]): CodeJson {
  return { ...element, type: 'code', language, children };
}
export function list(listType: ListJson['listType'], children: readonly ListItemJson[], start = 1): ListJson {
  return { ...element, type: 'list', listType, start, tag: listType === 'number' ? 'ol' : 'ul', children };
}
export function listItem(value: number, children: ListItemJson['children'], checked?: boolean): ListItemJson {
  return { ...element, type: 'listitem', value, children, ...(checked === undefined ? {} : { checked }) };
}
export function divider(): DividerJson {
  return { type: 'horizontalrule', version: 1 };
}
export function image(facts: Partial<Omit<ImageJson, 'type' | 'version'>>): ImageJson {
  return {
    type: 'image',
    version: 1,
    asset: null,
    src: '',
    remoteId: '',
    alt: '',
    caption: '',
    width: 0,
    height: 0,
    ...facts,
  };
}
export function opaque(dialect: OpaqueDialect, raw: string, label: string): OpaqueJson {
  return { type: 'opaque', version: 1, dialect, raw, label };
}

/** The blocks of a body. A stored body may hold kinds we do not know; conversions must have a way for those. */
export function blocksOf(body: SerializedEditorState): readonly BlockJson[] {
  return body.root.children as unknown as readonly BlockJson[];
}

/** A body of these blocks; an empty one has the one empty paragraph an editor needs. */
export function bodyOf(blocks: readonly BlockJson[]): SerializedEditorState {
  const children = blocks.length === 0 ? [paragraph()] : blocks;
  return { root: { ...element, type: 'root', children } } as unknown as SerializedEditorState;
}

export function emptyBody(): SerializedEditorState {
  return bodyOf([]);
}

export function emptyDocument(language: PostDocument['language']): PostDocument {
  return {
    documentVersion: currentDocumentVersion,
    title: '',
    body: emptyBody(),
    excerpt: '',
    slug: '',
    categories: [],
    tags: [],
    featuredImage: null,
    language,
  };
}
