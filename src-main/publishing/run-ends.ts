/**
 * Puts the ends of runs on record. What the journal does not take, because the disk is full or cannot be written, waits
 * here until it does. Lost with the process it is no loss: the job is then one that was interrupted.
 */
import { CodedError } from '#shared/contract/errors.ts';
import type { JobView, ProblemCode } from '#shared/contract/publishing.ts';
import type { Log } from '../host-services.ts';
import type { JobChange } from '../storage/job-store.ts';
import type { Library } from '../storage/library.ts';
import { codedLibraryError } from '../storage/sqlite-errors.ts';

export interface RunEnds {
  /** Notes how a run ended, now or when the journal takes it; never throws. */
  note(jobId: string, change: JobChange): void;
  /** Writes what waits; throws while the journal does not take it. */
  settle(): void;
  /** A job as it stands, whatever the journal still says. */
  shown(view: JobView): JobView;
}

interface Unwritten {
  readonly change: JobChange;
  readonly why: ProblemCode;
}

export function createRunEnds({ jobs }: Pick<Library, 'jobs'>, log: Log): RunEnds {
  const unwritten = new Map<string, Unwritten>();

  function write(jobId: string, change: JobChange): void {
    // Cancelled in the middle: that is already on record.
    if (jobs.get(jobId)?.state === 'running') jobs.change(jobId, change);
    unwritten.delete(jobId);
  }

  return {
    note(jobId, change) {
      try {
        write(jobId, change);
      } catch (error) {
        log('error', `The end of publish job ${jobId} cannot be written now`, error);
        unwritten.set(jobId, { change, why: diskProblem(error) ?? 'unexpected' });
      }
    },
    settle() {
      for (const [jobId, { change }] of unwritten) write(jobId, change);
    },
    shown(view) {
      const waiting = unwritten.get(view.id);
      if (!waiting) return view;
      const problem = {
        code: waiting.why,
        detail: '',
        subject: '',
        choices: ['try-again' as const, 'cancel' as const],
      };
      return { ...view, state: 'waiting', nextTryAt: null, problem };
    },
  };
}

/** Why the library's own disk keeps a job from going on; null when that is not what is wrong. */
export function diskProblem(error: unknown): 'disk-full' | 'library-read-only' | null {
  const coded = codedLibraryError(error);
  if (!(coded instanceof CodedError)) return null;
  return coded.code === 'disk-full' || coded.code === 'library-read-only' ? coded.code : null;
}
