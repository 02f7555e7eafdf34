/** Takes the post off the blog; it stays there as a draft. */
import { ProblemError } from '../problem-error.ts';
import { baseOf } from '../remote-comparison.ts';
import type { RunStep } from './step.ts';

export const unpublish: RunStep = async ({ job, connector, library, standing, signal }) => {
  if (!standing) throw new Error(`Job ${job.id} has no post to unpublish.`);
  const remote = await connector.read(standing.remoteId, signal);
  if (!remote) throw new ProblemError('remote-deleted', ['cancel']);
  const post = remote.status === 'draft' ? remote : await connector.unpublish(standing.remoteId, signal);
  return {
    result: post,
    record() {
      library.remotePosts.put({
        ...standing,
        standing: 'unpublished',
        permalink: null,
        openUrl: null,
        publishedAt: null,
        base: baseOf(post),
      });
      library.posts.refreshStatus(job.postId);
    },
  };
};
