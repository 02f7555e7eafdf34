/** Posts and their drafts: the library pane and the editor's saving. */
import { z } from 'zod';
import { assetHashSchema, postDocumentSchema, postLanguageSchema } from '../document/post-document.ts';
import { call, event } from './define.ts';
import { openJobStateSchema } from './publishing.ts';

export const postIdSchema = z.uuid();

/** draft: on no blog; scheduled / published: as the blog has it; changed: published, and edited since. */
export const postStatusSchema = z.enum(['draft', 'scheduled', 'published', 'changed']);
export type PostStatus = z.infer<typeof postStatusSchema>;

/** Text in which the words that were searched for are marked. */
export const markedTextSchema = z.array(z.object({ text: z.string(), marked: z.boolean() }));
export type MarkedText = z.infer<typeof markedTextSchema>;

export const postSummarySchema = z.object({
  id: postIdSchema,
  title: markedTextSchema,
  /** The first words of the post, or, in a search, the words around the first hit. */
  snippet: markedTextSchema,
  status: postStatusSchema,
  wordCount: z.number().int(),
  featuredImage: assetHashSchema.nullable(),
  /** State of the newest publish job that is still on its way, if there is one. */
  pendingJob: openJobStateSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  trashedAt: z.iso.datetime().nullable(),
});
export type PostSummary = z.infer<typeof postSummarySchema>;

export const postFiltersSchema = z.object({
  status: postStatusSchema.optional(),
  accountId: z.uuid().optional(),
  category: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
  /** Inclusive bounds on the last change, UTC. */
  updatedFrom: z.iso.datetime().optional(),
  updatedTo: z.iso.datetime().optional(),
  trashed: z.boolean().default(false),
});
export type PostFilters = z.infer<typeof postFiltersSchema>;

export const postSortSchema = z.enum(['updated', 'created', 'title']);

/** Where a post stands on one blog. */
export const remotePostSchema = z.object({
  accountId: z.uuid(),
  accountName: z.string(),
  remoteStatus: z.enum(['draft', 'scheduled', 'published', 'unpublished']),
  permalink: z.string().nullable(),
  /** Where a browser in front of this host can open the live post: the permalink, or the folder blog's page. */
  openUrl: z.string().nullable(),
  /** When the post went, or goes, live; UTC. */
  publishedAt: z.iso.datetime().nullable(),
  /** The revision the blog has; null for a post that was only reserved there. */
  revisionId: z.uuid().nullable(),
  /** True when the draft differs from what the blog has. */
  changed: z.boolean(),
});
export type RemotePostView = z.infer<typeof remotePostSchema>;

export const draftSchema = z.object({
  postId: postIdSchema,
  /** Counts the saves of this draft; a save names the version it grew from. */
  version: z.number().int().nonnegative(),
  document: postDocumentSchema,
  savedAt: z.iso.datetime(),
  trashedAt: z.iso.datetime().nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

export const posts = {
  list: call(
    z.object({
      query: z.string().max(500).default(''),
      filters: postFiltersSchema.default({ trashed: false }),
      sort: postSortSchema.default('updated'),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    z.object({ total: z.number().int(), items: z.array(postSummarySchema) }),
  ),
  /** Counts for the filter menus. */
  facets: call(
    z.object({}).optional(),
    z.object({
      all: z.number().int(),
      trashed: z.number().int(),
      status: z.record(postStatusSchema, z.number().int()),
      categories: z.array(z.object({ name: z.string(), count: z.number().int() })),
      tags: z.array(z.object({ name: z.string(), count: z.number().int() })),
    }),
  ),
  create: call(z.object({ language: postLanguageSchema }), draftSchema),
  duplicate: call(z.object({ postId: postIdSchema }), draftSchema, ['post-not-found']),
  trash: call(z.object({ postId: postIdSchema }), z.null(), ['post-not-found']),
  undelete: call(z.object({ postId: postIdSchema }), z.null(), ['post-not-found']),
  /** Removes a trashed post for good; it must be in the trash. */
  deleteForever: call(z.object({ postId: postIdSchema }), z.null(), ['post-not-found']),
  remotes: call(z.object({ postId: postIdSchema }), z.array(remotePostSchema), ['post-not-found']),
  changed: event(z.object({ postIds: z.array(postIdSchema) })),
};

export const drafts = {
  /** Opens a draft for editing. `holder` is `other` when another window is writing in it: then it is for reading. */
  open: call(
    z.object({ postId: postIdSchema }),
    z.object({ draft: draftSchema, holder: z.enum(['self', 'other']) }),
    ['post-not-found'],
  ),
  /** Makes this window the one that writes; the other is told by `drafts.held`. */
  takeOver: call(z.object({ postId: postIdSchema }), draftSchema, ['post-not-found']),
  /** Lets go of a draft. */
  close: call(z.object({ postId: postIdSchema }), z.null()),
  /**
   * Stores the draft; when it answers, the text survives a power cut. `draft-conflict` when the stored
   * version is not `baseVersion` or another window holds the draft: nothing was overwritten.
   */
  save: call(
    z.object({
      postId: postIdSchema,
      baseVersion: z.number().int().nonnegative(),
      document: postDocumentSchema,
    }),
    z.object({ version: z.number().int(), savedAt: z.iso.datetime() }),
    ['post-not-found', 'draft-conflict'],
  ),
  /** Keeps a text that could not be saved over its draft, as a new post. */
  keepCopy: call(z.object({ document: postDocumentSchema }), draftSchema),
  /** The draft was saved by another window. */
  saved: event(z.object({ postId: postIdSchema, version: z.number().int() })),
  /** The window that held this draft no longer does: another took it over. */
  held: event(z.object({ postId: postIdSchema, holder: z.enum(['self', 'other', 'nobody']) })),
};
