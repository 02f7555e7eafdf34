/** Does one thing to a post through the queue, and sees it through a bad line to the end. */
import type { JobView } from '#shared/contract/publishing.ts';
import type { PublishingBed } from '../main/publishing/publishing-bed.ts';
import type { ProxiedRequest } from '../servers/fault-proxy.ts';
import type { BadLine, PlannedFault } from './bad-line.ts';
import { untruths } from './job-truth.ts';
import { rescheduledFor, scheduledFor, type Deed } from './scenes.ts';

export interface Stage {
  readonly bed: PublishingBed;
  readonly line: BadLine;
  readonly accountId: string;
}

export interface Act {
  readonly job: JobView;
  /** What the panel said wrongly on the way. */
  readonly untruths: readonly string[];
}

/** Whatever is done to a line, a job ends after so many tries. */
const mostWaits = 30;

export async function act(
  { bed, line, accountId }: Stage,
  postId: string,
  deed: Deed,
  planned: readonly PlannedFault[] = [],
  onRequest?: (request: ProxiedRequest) => void,
): Promise<Act> {
  await line.play(planned, onRequest);
  const wrong: string[] = [];
  const faults = planned.map(({ fault }) => fault);
  const { id } = await begin(bed, { postId, accountId }, deed);
  for (let waits = 0; ; waits++) {
    const job = await bed.reaches(id, 'succeeded', 'needs-attention', 'waiting');
    wrong.push(...untruths(job, faults));
    if (job.state !== 'waiting' || waits === mostWaits) return { job, untruths: wrong };
    await line.waited();
    bed.passWait(id);
  }
}

/** Puts a deed in the queue. */
export function begin(
  { queue }: Pick<PublishingBed, 'queue'>,
  place: { readonly postId: string; readonly accountId: string },
  deed: Deed,
): Promise<JobView> {
  switch (deed) {
    case 'unpublish':
      return queue.unpublish(place);
    case 'schedule':
      return queue.publish({ ...place, how: 'schedule', publishAt: scheduledFor });
    case 'reschedule':
      return queue.publish({ ...place, how: 'schedule', publishAt: rescheduledFor });
    default:
      return queue.publish({ ...place, how: deed, publishAt: null });
  }
}
