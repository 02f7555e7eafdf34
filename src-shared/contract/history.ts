/** A post's timeline: its revisions, and going back to one. */
import { z } from 'zod';
import { postDocumentSchema } from '../document/post-document.ts';
import { call, event } from './define.ts';
import { draftSchema, postIdSchema } from './posts.ts';

/**
 * Why a revision was made. checkpoint: by itself, while writing rests or before something overwrites the draft; named:
 * because a person asked; published: frozen for the blog; pulled, merged: by sync; restored: what a restore made of the
 * draft; accepted: what a suggestion made of it; sent: frozen for a
 * review file; imported: from a file; recovered: what a window could not hand over before it ended.
 */
export const revisionCauseSchema = z.enum([
  'checkpoint',
  'named',
  'published',
  'pulled',
  'merged',
  'restored',
  'accepted',
  'sent',
  'imported',
  'recovered',
]);
export type RevisionCause = z.infer<typeof revisionCauseSchema>;

/** How far an editor is with one exact revision. */
export const reviewVerdictSchema = z.enum(['ready', 'changes-asked', 'approved']);
export type ReviewVerdict = z.infer<typeof reviewVerdictSchema>;

export const revisionIdSchema = z.uuid();

export const revisionSchema = z.object({
  id: revisionIdSchema,
  postId: postIdSchema,
  /** Counts a post's revisions from 1. */
  seq: z.number().int().positive(),
  cause: revisionCauseSchema,
  /** Given by a person; empty when it has none. */
  name: z.string().max(200),
  note: z.string().max(5_000),
  author: z.string(),
  device: z.string(),
  createdAt: z.iso.datetime(),
  title: z.string(),
  wordCount: z.number().int(),
  /** SHA-256 of the document: two revisions with the same one say the same. */
  contentHash: z.string(),
  /** Its bytes are not what was stored, so it cannot be opened; the others are not affected. */
  isDamaged: z.boolean(),
  /** Comments made on it that are not resolved. */
  openComments: z.number().int(),
  /** The newest verdict on it; null when nobody asked. */
  verdict: reviewVerdictSchema.nullable(),
  /** Accounts whose blog has exactly this revision now. */
  onBlogs: z.array(z.uuid()),
  /** Where it was sent to go live, and the moment it went or is to go; once for each blog. */
  publications: z.array(z.object({ accountId: z.uuid(), at: z.iso.datetime() })),
});
export type Revision = z.infer<typeof revisionSchema>;

export const history = {
  /** A page of the timeline, newest first; `draftHash` names the draft as it is now. */
  list: call(
    z.object({
      postId: postIdSchema,
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    z.object({ total: z.number().int(), draftHash: z.string(), items: z.array(revisionSchema) }),
    ['post-not-found'],
  ),
  /** One revision with its document. `revision-damaged` when its bytes are not what was stored. */
  open: call(
    z.object({ revisionId: revisionIdSchema }),
    z.object({ revision: revisionSchema, document: postDocumentSchema }),
    ['revision-not-found', 'revision-damaged'],
  ),
  /**
   * Makes a named revision of the draft as it is. Where the newest revision says the same already, that one is given
   * the name instead of a second one being made.
   */
  name: call(
    z.object({
      postId: postIdSchema,
      name: z.string().min(1).max(200),
      note: z.string().max(5_000).default(''),
    }),
    revisionSchema,
    ['post-not-found'],
  ),
  /** Gives a revision another name and note; an empty name takes it away. */
  rename: call(
    z.object({ revisionId: revisionIdSchema, name: z.string().max(200), note: z.string().max(5_000) }),
    revisionSchema,
    ['revision-not-found'],
  ),
  /**
   * Makes the draft what this revision was, or, where `document` is given, what a person put together from it block by
   * block. What the draft was becomes a checkpoint (`before`), what it is now a revision of its own (`after`), so
   * that restoring `before` undoes it. `draft-conflict` when the draft is not at `baseVersion`: nothing is changed.
   */
  restore: call(
    z.object({
      postId: postIdSchema,
      revisionId: revisionIdSchema,
      baseVersion: z.number().int().nonnegative(),
      document: postDocumentSchema.nullable().default(null),
    }),
    z.object({ draft: draftSchema, before: revisionIdSchema, after: revisionIdSchema }),
    ['post-not-found', 'revision-not-found', 'revision-damaged', 'draft-conflict'],
  ),
  /**
   * Takes in a text that a window kept because the library could not take it before the window ended. It becomes a
   * revision beside the draft, which stays as it is; null when the draft or a revision says the same. Of a post that is
   * not there any more it makes a new one.
   */
  recover: call(
    z.object({ postId: postIdSchema, document: postDocumentSchema }),
    z.object({ postId: postIdSchema, revisionId: revisionIdSchema.nullable(), isNewPost: z.boolean() }),
  ),
  /**
   * How old checkpoints are thinned; named, published, commented and reviewed revisions never are. Each rule: of the
   * checkpoints older than `olderThanHours`, one is kept for every `keepOnePerHours` hours.
   */
  policy: call(
    z.object({}).optional(),
    z.object({
      rules: z.array(z.object({ olderThanHours: z.number(), keepOnePerHours: z.number() })),
    }),
  ),
  changed: event(z.object({ postId: postIdSchema })),
};
