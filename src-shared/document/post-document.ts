/**
 * A document: a post's body and fields at one moment. The body is the editor's serialized Lexical
 * state, stored as it is; `documentVersion` says which shape it has (see `upgrade-document.ts`).
 */
import { z } from 'zod';
import { assetHashPattern } from './asset-hash.ts';
import { currentDocumentVersion } from './document-version.ts';
import type { SerializedEditorState } from 'lexical';

/** A media asset is named by the SHA-256 of its bytes, in lower-case hex. */
export const assetHashSchema = z.string().regex(assetHashPattern);
export type AssetHash = z.infer<typeof assetHashSchema>;

const serializedNodeSchema: z.ZodType<unknown> = z.looseObject({
  type: z.string().min(1).max(64),
  version: z.number().optional(),
});

export const bodySchema = z.object({
  root: z.looseObject({ type: z.literal('root'), children: z.array(serializedNodeSchema) }),
}) as unknown as z.ZodType<SerializedEditorState>;

export const featuredImageSchema = z.object({
  asset: assetHashSchema,
  alt: z.string().max(2_000),
});

export const postLanguageSchema = z.enum(['en', 'pl']);

export const postDocumentSchema = z.object({
  documentVersion: z.literal(currentDocumentVersion),
  title: z.string().max(2_000),
  body: bodySchema,
  excerpt: z.string().max(20_000),
  /** The author's chosen slug; empty means: made from the title when published. */
  slug: z.string().max(200),
  categories: z.array(z.string().min(1).max(200)).max(200),
  tags: z.array(z.string().min(1).max(200)).max(500),
  featuredImage: featuredImageSchema.nullable(),
  language: postLanguageSchema,
});
export type PostDocument = z.infer<typeof postDocumentSchema>;
