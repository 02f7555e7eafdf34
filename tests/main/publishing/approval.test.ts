/** A blog that takes approved versions only, while approvals come and go under a job's feet. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConnectorError } from '#main/connectors/connector-error.ts';
import type { Connector } from '#main/connectors/connector.ts';
import type { ReviewVerdict } from '#shared/contract/history.ts';
import { createPublishingBed, type PublishingBed } from './publishing-bed.ts';

let blog: string;
let bed: PublishingBed;
let accountId: string;
let losesAnswer = false;

/** The folder blog; the answer to a fill may be lost after it was done. */
function lossy(connector: Connector): Connector {
  return {
    ...connector,
    async fill(...asked) {
      const filled = await connector.fill(...asked);
      if (!losesAnswer) return filled;
      losesAnswer = false;
      throw new ConnectorError('offline', 'The answer was lost.', { mayHaveActed: true });
    },
  };
}

beforeEach(async () => {
  blog = await mkdtemp(join(tmpdir(), 'brulion-approval-'));
  bed = await createPublishingBed({ between: lossy });
  accountId = (await bed.accounts.addFolder(blog, 'Blog', true)).id;
  bed.library.accounts.setApprovedOnly(accountId, true);
});
afterEach(async () => {
  await bed.dispose();
  await rm(blog, { recursive: true, force: true });
});

function decide(postId: string, verdict: ReviewVerdict): void {
  const frozen = bed.library.revisions.freeze({ postId, cause: 'checkpoint', author: 'Ola', device: 'test' });
  bed.library.review.decide({ postId, ...frozen, verdict, author: 'Ola', note: '' });
}

test('an approval that is taken back before anything was sent leaves the blog as it is', async () => {
  const postId = bed.write('Wpis', 'Tekst');
  decide(postId, 'approved');
  const job = await bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
  decide(postId, 'changes-asked');
  const ended = await bed.reaches(job.id, 'needs-attention', 'succeeded');
  expect(ended.problem?.code).toBe('not-approved');
  expect(ended.steps.map(({ state }) => state)).not.toContain('done');
  expect(bed.library.remotePosts.get(postId, accountId)).toBeNull();
  decide(postId, 'approved');
  await bed.queue.choose(job.id, 'try-again');
  expect((await bed.reaches(job.id, 'needs-attention', 'succeeded')).state).toBe('succeeded');
});

test('a post that is on the blog already is told to be there, approved or not', async () => {
  const postId = bed.write('Wpis', 'Tekst');
  decide(postId, 'approved');
  losesAnswer = true;
  const job = await bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
  await bed.reaches(job.id, 'waiting');
  decide(postId, 'changes-asked');
  bed.passWait(job.id);
  expect((await bed.reaches(job.id, 'needs-attention', 'succeeded')).state).toBe('succeeded');
  expect(bed.library.remotePosts.get(postId, accountId)?.standing).toBe('published');
});
