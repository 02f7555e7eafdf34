/** Puts a failed run on record: when the job tries again, or what a person is asked. */
import { ConnectorError } from '../connectors/connector-error.ts';
import { decide } from '../domain/retry-policy.ts';
import type { JobStep, PublishJob } from '../domain/publish-job.ts';
import type { JobChange } from '../storage/job-store.ts';
import type { ProblemError } from './problem-error.ts';
import { diskProblem } from './run-ends.ts';

/** Room is made by a person, who cannot tell us: looking now and then costs nothing. */
const diskWaitMs = 10_000;

/** What becomes of a job whose step failed. */
export function judgeFailure(
  job: Pick<PublishJob, 'attempts'>,
  step: JobStep | null,
  error: ConnectorError | ProblemError,
  now: Date,
  random: number,
): JobChange {
  const subject = step?.subject ?? '';
  const attempts = job.attempts + 1;
  if (!(error instanceof ConnectorError)) {
    const { code, detail, choices } = error;
    return {
      state: 'needs-attention',
      attempts,
      nextTryAt: null,
      problem: { code, detail, subject, choices: [...choices] },
    };
  }
  const { kind, info } = error;
  const detail = info.serverMessage ?? '';
  if (kind === 'aborted') return { state: 'queued' };
  const verdict = decide(
    {
      kind,
      step: step?.kind ?? 'verify',
      retryAfterMs: info.retryAfterMs,
      fromElsewhere: info.status !== undefined && info.serverCode === undefined,
    },
    attempts,
    random,
  );
  if (verdict.kind === 'ask') {
    const { code, choices } = verdict;
    return {
      state: 'needs-attention',
      attempts,
      nextTryAt: null,
      problem: { code, detail, subject, choices: [...choices] },
    };
  }
  return {
    state: 'waiting',
    attempts,
    nextTryAt: new Date(now.getTime() + verdict.ms).toISOString(),
    problem: { code: verdict.code, detail, subject, choices: ['try-again', 'cancel'] },
  };
}

/** What becomes of a job whose run broke down, though not by the blog's doing. */
export function judgeBreakdown(error: unknown, now: Date): JobChange {
  const choices = ['try-again' as const, 'cancel' as const];
  const code = diskProblem(error);
  if (code) {
    return {
      state: 'waiting',
      attempts: 1,
      nextTryAt: new Date(now.getTime() + diskWaitMs).toISOString(),
      problem: { code, detail: '', subject: '', choices },
    };
  }
  // A fault of ours is no reason to lose a post: it is shown, and can be tried again.
  const detail = error instanceof Error ? error.message : String(error);
  return { state: 'needs-attention', problem: { code: 'unexpected', detail, subject: '', choices } };
}
