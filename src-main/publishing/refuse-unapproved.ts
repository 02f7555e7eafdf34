/** Keeps what nobody approved from a blog that takes approved versions only. */
import { isApproved } from '#shared/review/standing.ts';
import type { PublishJob } from '../domain/publish-job.ts';
import type { Library } from '../storage/library.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Throws a ProblemError for a job that was queued before its blog was set to that, or whose approval was taken back since.
 * Saving a draft shows it to nobody.
 */
export function refuseUnapproved({ accounts, revisions, review }: Library, job: PublishJob): void {
  if (job.kind === 'save-draft' || job.revisionId === null || !accounts.isApprovedOnly(job.accountId)) return;
  if (!isApproved(review.verdicts(job.postId), revisions.contentHash(job.revisionId)))
    throw new ProblemError('not-approved', ['try-again', 'cancel']);
}
