/** What editors say of a post: comments, suggested changes, and verdicts bound to one exact revision. */
import { z } from 'zod';
import { call, event } from './define.ts';
import { longestQuote } from './limits.ts';
import { reviewVerdictSchema, revisionIdSchema } from './history.ts';
import { draftSchema, postIdSchema } from './posts.ts';

/**
 * Where a comment stands in a text, so that it survives edits: W3C Web Annotation's text-quote selector beside a position
 * (https://www.w3.org/TR/annotation-model/#selectors). A whole block is anchored by an empty `exact`.
 */
export const anchorSchema = z.object({
  /** Index of the top-level block in the revision the comment was made on. */
  block: z.number().int().nonnegative(),
  /** UTF-16 offsets into the block's plain text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  exact: z.string().max(longestQuote),
  /** Up to 32 characters before and after it; for a whole block, the block's first and last ones. */
  prefix: z.string().max(100),
  suffix: z.string().max(100),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const replySchema = z.object({
  id: z.uuid(),
  author: z.string(),
  createdAt: z.iso.datetime(),
  text: z.string().min(1).max(10_000),
});
export type Reply = z.infer<typeof replySchema>;

export const commentSchema = z.object({
  id: z.uuid(),
  postId: postIdSchema,
  /** The revision it was made on. */
  revisionId: revisionIdSchema,
  /** Null for a comment on the post as a whole. */
  anchor: anchorSchema.nullable(),
  author: z.string(),
  createdAt: z.iso.datetime(),
  text: z.string().max(10_000),
  /** What the anchored words should be instead; null when the comment suggests nothing. */
  suggestion: z.string().max(10_000).nullable(),
  /** What became of the suggestion. */
  outcome: z.enum(['accepted', 'rejected']).nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: z.string().nullable(),
  replies: z.array(replySchema),
});
export type Comment = z.infer<typeof commentSchema>;

export const verdictSchema = z.object({
  id: z.uuid(),
  revisionId: revisionIdSchema,
  /** The exact document it is about; a draft with another hash is not covered by it. */
  contentHash: z.string(),
  verdict: reviewVerdictSchema,
  author: z.string(),
  note: z.string().max(5_000),
  createdAt: z.iso.datetime(),
});
export type Verdict = z.infer<typeof verdictSchema>;

const textInput = z.string().trim().min(1).max(10_000);

export const review = {
  /** Everything said of a post, oldest first, and its verdicts, newest first. */
  of: call(
    z.object({ postId: postIdSchema }),
    z.object({ comments: z.array(commentSchema), verdicts: z.array(verdictSchema) }),
    ['post-not-found'],
  ),
  /** Comments on a revision. */
  comment: call(
    z.object({
      postId: postIdSchema,
      /** Null: the draft as it is; it is frozen as a checkpoint when no revision says the same. */
      revisionId: revisionIdSchema.nullable().default(null),
      anchor: anchorSchema.nullable(),
      text: z.string().trim().max(10_000),
      suggestion: z.string().max(10_000).nullable().default(null),
    }),
    commentSchema,
    ['post-not-found', 'revision-not-found'],
  ),
  reply: call(z.object({ commentId: z.uuid(), text: textInput }), commentSchema, ['comment-not-found']),
  /**
   * Resolves a comment or, with `resolved` false, opens it again. One that is resolved already stays as it is;
   * `suggestion-outdated` when it is to be rejected then, or suggests nothing.
   */
  resolve: call(
    z.object({
      commentId: z.uuid(),
      resolved: z.boolean(),
      outcome: z.literal('rejected').nullable().default(null),
    }),
    commentSchema,
    ['comment-not-found', 'suggestion-outdated'],
  ),
  /**
   * Puts the suggested words in the place of the anchored ones and resolves the comment. What the draft was becomes a
   * checkpoint (`before`), what it is now a revision of its own. `suggestion-outdated` when there is no such place, or it
   * was answered already; `draft-conflict` when the draft is not at `baseVersion`: nothing is changed.
   */
  accept: call(
    z.object({ commentId: z.uuid(), baseVersion: z.number().int().nonnegative() }),
    z.object({ draft: draftSchema, before: revisionIdSchema, after: revisionIdSchema }),
    ['comment-not-found', 'suggestion-outdated', 'draft-conflict', 'post-not-found'],
  ),
  remove: call(z.object({ commentId: z.uuid() }), z.null(), ['comment-not-found']),
  /**
   * `ready` asks for a review of the draft as it is, which is frozen; the others answer one, about exactly the revision
   * named. A verdict lapses when the draft says something else.
   */
  decide: call(
    z.object({
      postId: postIdSchema,
      /** Null: the draft as it is. */
      revisionId: revisionIdSchema.nullable(),
      /** The draft's version that the person saw; `draft-conflict` when it is another one by now. Null: not checked. */
      draftVersion: z.number().int().nonnegative().nullable().default(null),
      verdict: reviewVerdictSchema,
      note: z.string().max(5_000).default(''),
    }),
    verdictSchema,
    ['post-not-found', 'revision-not-found', 'draft-conflict'],
  ),
  /**
   * The post as one HTML file for somebody without the application: to read, to compare with what is published, to comment
   * on. It asks the network for nothing. Null: the draft as it is, which is frozen.
   */
  exportBundle: call(
    z.object({ postId: postIdSchema, revisionId: revisionIdSchema.nullable() }),
    z.object({ fileName: z.string(), html: z.string() }),
    ['post-not-found', 'revision-not-found', 'revision-damaged', 'bundle-too-long'],
  ),
  /**
   * Takes over the comments of such a file that came back; the same comment only once. `bundle-tampered` when anything but
   * the comments is not as it was sent, `bundle-elsewhere` when another library made it: nothing was taken over.
   */
  importBundle: call(
    z.object({ html: z.string() }),
    z.object({
      postId: postIdSchema,
      added: z.number().int(),
      alreadyThere: z.number().int(),
    }),
    ['bundle-unreadable', 'bundle-tampered', 'bundle-elsewhere', 'post-not-found'],
  ),
  changed: event(z.object({ postId: postIdSchema })),
};
