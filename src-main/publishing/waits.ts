/**
 * How long waiting jobs still have to wait. By the wall clock, which goes on while the machine sleeps, or by the
 * steady one, which nobody can set back: whichever says first that the time has come.
 */
import type { PublishJob } from '../domain/publish-job.ts';
import { longestWaitMs } from '../domain/retry-policy.ts';

export interface Waits {
  /** ms until it is this job's turn; 0 when it has come. */
  left(job: Pick<PublishJob, 'id' | 'nextTryAt' | 'problem'>, now: Date): number;
}

export function createWaits(steadyNow: () => number = () => performance.now()): Waits {
  const ends = new Map<string, { readonly nextTryAt: string; readonly at: number }>();
  return {
    left({ id, nextTryAt, problem }, now) {
      if (nextTryAt === null) {
        ends.delete(id);
        return 0;
      }
      const byWall = new Date(nextTryAt).getTime() - now.getTime();
      let end = ends.get(id);
      if (end?.nextTryAt !== nextTryAt) {
        // A wait from before a restart may have been written down by a clock that was wrong.
        const wait = problem ? Math.min(byWall, longestWaitMs(problem.code)) : byWall;
        end = { nextTryAt, at: steadyNow() + wait };
        ends.set(id, end);
      }
      return Math.max(0, Math.min(byWall, end.at - steadyNow()));
    },
  };
}
