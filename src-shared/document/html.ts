/** HTML in and out, always sanitized: nothing that runs enters a body or leaves it. */
import type { SerializedEditorState } from 'lexical';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { bodyToHast } from './bridge/body-to-hast.ts';
import { hastToBody } from './bridge/hast-to-body.ts';
import type { InwardOptions, OutwardOptions } from './bridge/conversion.ts';

/** GitHub's well-tried schema, with what posts have besides, and without its prefixing of ids. */
export const postSchema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'figure',
    'figcaption',
    'caption',
    'u',
    'mark',
    'cite',
    'time',
    'small',
    'audio',
    'video',
    'source',
    'track',
  ],
  ancestors: { ...defaultSchema.ancestors, caption: ['table'] },
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'target', ['rel', /^(?!opener$)/i], 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    code: [['className', /^language-./]],
    pre: [['className', /^language-./]],
    li: [],
    ol: ['start', 'reversed', 'type'],
    ul: [],
    audio: ['src', 'controls', 'preload'],
    video: ['src', 'controls', 'poster', 'width', 'height', 'preload'],
    source: ['src', 'type'],
    track: ['src', 'kind', 'label', 'srcLang'],
    time: ['dateTime'],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
    poster: ['http', 'https'],
  },
  strip: ['script', 'style', 'template', 'noscript'],
};

/** A tree with nothing in it that runs. */
export function sanitizeHast(root: Root): Root {
  return sanitize(root, postSchema) as Root;
}

/** The body as HTML for a page, sanitized. */
export function bodyToHtml(body: SerializedEditorState, options: OutwardOptions): string {
  return toHtml(sanitizeHast(bodyToHast(body, options)));
}

/** HTML from anywhere as a body; scripts, handlers and addresses that run are gone. */
export function htmlToBody(html: string, options: InwardOptions): SerializedEditorState {
  return hastToBody(sanitizeHast(fromHtml(html, { fragment: true })), options);
}
