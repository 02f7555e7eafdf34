/** Makes the remote post as a draft under our marker: from then on there is one post, and we know which. */
import type { RemotePost } from '../../connectors/connector.ts';
import { findOwnTwin } from '../own-twin.ts';
import type { RunStep, StepInput } from './step.ts';

export const reserve: RunStep = async (input) => {
  const { job, connector, document, ambiguous, signal } = input;
  const existing = ambiguous
    ? ((await connector.findReserved(job.marker, signal)) ?? (await findOwnTwin(input)))
    : null;
  const post = existing ?? (await connector.reserve(job.marker, document?.title ?? '', signal));
  return { result: post, record: () => recordReserved(input, post) };
};

/** Known from now on even if the job is cancelled, so that publishing again goes on with the same post. */
function recordReserved({ job, library }: StepInput, post: RemotePost): void {
  library.remotePosts.put({
    postId: job.postId,
    accountId: job.accountId,
    remoteId: post.id,
    standing: 'draft',
    permalink: null,
    openUrl: null,
    publishedAt: null,
    revisionId: null,
    contentHash: null,
    base: null,
  });
}
