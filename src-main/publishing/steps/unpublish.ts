/** Takes the post off the blog; it stays there as a draft. One that was deleted there is off the blog already. */
import { baseOf } from '../remote-comparison.ts';
import type { RunStep } from './step.ts';

export const unpublish: RunStep = async ({ job, connector, library, standing, signal }) => {
  if (!standing) throw new Error(`Job ${job.id} has no post to unpublish.`);
  const remote = await connector.read(standing.remoteId, signal);
  if (!remote) {
    return {
      result: null,
      record() {
        library.remotePosts.remove(job.postId, job.accountId);
        library.posts.refreshStatus(job.postId);
      },
    };
  }
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
