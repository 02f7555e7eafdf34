/** The publish queue as the interface sees it. */
import { z } from 'zod';
import { call, stream } from './define.ts';

/** The states of a publish job (see DESIGN: nothing leaves the queue but by success or a person's choice). */
export const jobStateSchema = z.enum([
  'queued',
  'running',
  'waiting',
  'needs-attention',
  'succeeded',
  'cancelled',
]);
export type JobState = z.infer<typeof jobStateSchema>;

/** The states of a job that is still on its way. */
export const openJobStateSchema = jobStateSchema.exclude(['succeeded', 'cancelled']);
export type OpenJobState = z.infer<typeof openJobStateSchema>;

export const jobKindSchema = z.enum(['publish', 'update', 'schedule', 'save-draft', 'unpublish']);
export type JobKind = z.infer<typeof jobKindSchema>;

export const stepKindSchema = z.enum([
  'upload-media',
  'ensure-term',
  'reserve',
  'fill',
  'unpublish',
  'verify',
]);
export type StepKind = z.infer<typeof stepKindSchema>;

/** ambiguous: the answer was lost; the blog is asked whether it happened before anything is tried again. */
export const stepStateSchema = z.enum(['pending', 'running', 'ambiguous', 'done']);

export const stepViewSchema = z.object({
  /** Names the step within its job: `upload-media:<hash>`, `reserve`, … */
  key: z.string(),
  kind: stepKindSchema,
  /** What it is about: a file name, a term's name; empty for the post itself. */
  subject: z.string(),
  state: stepStateSchema,
});
export type StepView = z.infer<typeof stepViewSchema>;

/** Why a job waits or needs a person. Translated by code; `detail` is the blog's own words, if it said any. */
export const problemCodeSchema = z.enum([
  'offline',
  'timeout',
  'server-error',
  'rate-limited',
  'answer-unreadable',
  'password-missing',
  'sign-in-refused',
  'forbidden',
  'rejected',
  'upload-rejected',
  'upload-too-large',
  'post-too-large',
  'upload-forbidden',
  'term-forbidden',
  'media-missing',
  'media-unreadable',
  'remote-changed',
  'remote-deleted',
  'slug-taken',
  'clock-differs',
  'folder-not-writable',
  /** The library's own disk: what the job does could not be put on record. */
  'disk-full',
  'library-read-only',
  'tls',
  'account-removed',
  'redirected',
  /** A backup of the library was restored while this job had not ended in it. */
  'restored',
  /** The blog takes only approved versions, and this one is not, or no longer. */
  'not-approved',
  'unexpected',
]);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** What a person can choose for a job that needs attention. */
export const jobChoiceSchema = z.enum([
  'try-again',
  'overwrite-remote',
  'publish-as-new',
  'without-term',
  'enter-password',
  'cancel',
]);
export type JobChoice = z.infer<typeof jobChoiceSchema>;

export const problemSchema = z.object({
  code: problemCodeSchema,
  detail: z.string(),
  subject: z.string(),
  choices: z.array(jobChoiceSchema),
});
export type Problem = z.infer<typeof problemSchema>;

/** One thing the receipt compared between what was sent and what the live page shows. */
export const receiptCheckSchema = z.object({
  what: z.enum(['status', 'title', 'text', 'images', 'links', 'terms', 'date']),
  result: z.enum(['same', 'different', 'not-checked']),
  detail: z.string(),
});

/** What the live page proved. */
export const receiptSchema = z.object({
  permalink: z.string(),
  checkedAt: z.iso.datetime(),
  checks: z.array(receiptCheckSchema),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const jobViewSchema = z.object({
  id: z.uuid(),
  postId: z.uuid(),
  postTitle: z.string(),
  accountId: z.uuid(),
  accountName: z.string(),
  kind: jobKindSchema,
  state: jobStateSchema,
  /** When the post is to go live, UTC; null for at once. */
  publishAt: z.iso.datetime().nullable(),
  steps: z.array(stepViewSchema),
  attempts: z.number().int(),
  /** When a waiting job tries next, UTC. */
  nextTryAt: z.iso.datetime().nullable(),
  problem: problemSchema.nullable(),
  permalink: z.string().nullable(),
  openUrl: z.string().nullable(),
  receipt: receiptSchema.nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type JobView = z.infer<typeof jobViewSchema>;

export const publishing = {
  /**
   * Freezes the draft as a revision and queues its job in one transaction. `how` is `publish` (at once;
   * an update where the post is already on that blog, which leaves a scheduled post scheduled), `publish-now` (a
   * scheduled post at once), `schedule` with `publishAt`, or `save-draft`. A job of the same post and blog that has not
   * yet reached the blog's post takes the new text over.
   */
  publish: call(
    z.object({
      postId: z.uuid(),
      accountId: z.uuid(),
      how: z.enum(['publish', 'publish-now', 'schedule', 'save-draft']),
      publishAt: z.iso.datetime().nullable().default(null),
    }),
    jobViewSchema,
    [
      'post-not-found',
      'account-not-found',
      'already-in-queue',
      'nothing-to-publish',
      'not-supported',
      'schedule-in-the-past',
      'not-approved',
    ],
  ),
  /** Takes a published or scheduled post off the blog: it stays there as a draft. */
  unpublish: call(z.object({ postId: z.uuid(), accountId: z.uuid() }), jobViewSchema, [
    'post-not-found',
    'account-not-found',
    'already-in-queue',
    'not-published',
    'not-supported',
  ]),
  cancel: call(z.object({ jobId: z.uuid() }), z.null(), ['job-not-found', 'job-not-cancellable']),
  /** Answers a job that needs attention, or makes a waiting one try now (`try-again`). */
  choose: call(z.object({ jobId: z.uuid(), choice: jobChoiceSchema }), z.null(), [
    'job-not-found',
    'choice-not-offered',
  ]),
  /** Removes ended jobs from the panel; the posts keep their receipts. */
  clearEnded: call(z.object({}).optional(), z.null()),
  /** The queue, newest first: at once and on every change. */
  jobs: stream(z.object({ limit: z.number().int().min(1).max(500) }), z.array(jobViewSchema)),
};
