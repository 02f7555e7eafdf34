/** What a review file holds beside the page that shows it: what was sealed when it was made, and what its reader wrote. */
import { z } from 'zod';
import { revisionIdSchema } from '../contract/history.ts';
import { postIdSchema } from '../contract/posts.ts';
import { anchorSchema } from '../contract/review.ts';
import { postLanguageSchema } from '../document/post-document.ts';

export const bundleFormat = 'brulion-review';
export const bundleVersion = 1;

export const maxReaderComments = 2_000;

/** What nobody but the library that made it can change. */
export const sealedSchema = z.object({
  /** Names this one file, so that its comments are told from those of another. */
  bundleId: z.uuid(),
  postId: postIdSchema,
  revisionId: revisionIdSchema,
  contentHash: z.string(),
  language: postLanguageSchema,
  madeAt: z.iso.datetime(),
  /** The plain text of every block, by which comments are anchored. */
  blocks: z.array(z.string()),
  /** What every block is known by as a whole (`blockAnchor`). */
  marks: z.array(anchorSchema.pick({ prefix: true, suffix: true })),
  /** SHA-256 of the page's notation: what the reader was shown. */
  pageHash: z.string(),
  /** Elements and comments of the page, data and all: no more are read of one that comes back. */
  nodes: z.number().int().positive(),
});
export type Sealed = z.infer<typeof sealedSchema>;

export const readerCommentSchema = z.object({
  id: z.uuid(),
  /** Who wrote it; empty for whoever is named beside the comments. */
  author: z.string().max(200).default(''),
  /** Offsets into the block's plain text; the whole block when `start` is `end`. Null: the post as a whole. */
  place: z
    .object({
      block: z.number().int().nonnegative(),
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
    })
    .nullable(),
  text: z.string().max(10_000),
  suggestion: z.string().max(10_000).nullable(),
  createdAt: z.iso.datetime(),
});
export type ReaderComment = z.infer<typeof readerCommentSchema>;

export const bundleDataSchema = z.object({
  format: z.literal(bundleFormat),
  version: z.number().int(),
  /** The fingerprint of the library that made it. */
  library: z.string().max(100),
  /** JSON of what is sealed: as a text, so that the seal is over its very characters. */
  sealed: z.string(),
  /** HMAC-SHA-256 of `sealed`, hex. */
  seal: z.string().max(100),
  reader: z.string().max(200),
  comments: z.array(readerCommentSchema).max(maxReaderComments),
});
export type BundleData = z.infer<typeof bundleDataSchema>;

/** The data as the text of its element: nothing in it ends the element. */
export function dataText(data: BundleData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
