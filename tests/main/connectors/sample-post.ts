/** A post with everything that travels: Polish letters, signs that must be escaped, a link and pictures. */
import { createHash } from 'node:crypto';
import type { SerializedEditorState } from 'lexical';
import sharp from 'sharp';
import type { MediaUpload } from '#main/connectors/connector.ts';
import type { PostDocument } from '#shared/document/post-document.ts';

type Serialized = SerializedEditorState['root']['children'][number] & Record<string, unknown>;

const text = (words: string): Serialized => ({
  type: 'text',
  version: 1,
  text: words,
  format: 0,
  style: '',
  mode: 'normal',
  detail: 0,
});

const element = { version: 1, direction: null, format: '', indent: 0 };

export const paragraph = (...children: Serialized[]): Serialized => ({
  ...element,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children,
});

export const link = (url: string, words: string): Serialized => ({
  ...element,
  type: 'link',
  url,
  rel: null,
  target: null,
  title: null,
  children: [text(words)],
});

export const image = (asset: string, alt: string): Serialized => ({
  type: 'image',
  version: 1,
  asset,
  src: '',
  alt,
  caption: '',
  width: 60,
  height: 40,
});

export function bodyOf(...children: Serialized[]): SerializedEditorState {
  return { root: { ...element, type: 'root', children } } as unknown as SerializedEditorState;
}

export const paragraphOf = (words: string) => paragraph(text(words));

export function sampleDocument(change: Partial<PostDocument> = {}): PostDocument {
  return {
    documentVersion: 1,
    title: 'Żółw & <spółka>: "5 > 4"',
    body: bodyOf(
      paragraphOf('Pierwszy akapit – zażółć gęślą jaźń, 5 < 6 & 7.'),
      paragraph(text('Zob. '), link('https://example.org/a?b=1&c=2', 'przykład')),
    ),
    excerpt: 'Krótko: A & B < C',
    slug: '',
    categories: [],
    tags: [],
    featuredImage: null,
    language: 'pl',
    ...change,
  };
}

/** A real picture, its bytes different for every colour. */
export async function pictureOf(
  colour: string,
  { alt = 'Zachód słońca', width = 60, height = 40 } = {},
): Promise<MediaUpload> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
  const hash = createHash('sha256').update(bytes).digest('hex');
  return {
    hash,
    fileName: `Zachód słońca-${hash.slice(0, 16)}.jpg`,
    mime: 'image/jpeg',
    bytes,
    width,
    height,
    alt,
  };
}
