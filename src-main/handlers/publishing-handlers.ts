/** Answers for the publish queue. */
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import type { ApplicationParts } from './application-parts.ts';

export function publishingHandlers({ queue, jobsChanged }: ApplicationParts): BrulionHandlers['publishing'] {
  return {
    publish: (request) => queue.publish(request),
    unpublish: (request) => queue.unpublish(request),
    async cancel({ jobId }) {
      await queue.cancel(jobId);
      return null;
    },
    async choose({ jobId, choice }) {
      await queue.choose(jobId, choice);
      return null;
    },
    clearEnded() {
      queue.clearEnded();
      return null;
    },
    jobs({ limit }, push) {
      const tell = () => push(queue.jobs(limit));
      tell();
      return jobsChanged.subscribe(tell);
    },
  };
}
