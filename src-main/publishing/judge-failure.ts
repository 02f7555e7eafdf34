/** Puts a failed run on record: when the job tries again, or what a person is asked. */
import { ConnectorError } from '../connectors/connector-error.ts';
import { decide } from '../domain/retry-policy.ts';
import type { JobStep, PublishJob } from '../domain/publish-job.ts';
import type { JobChange } from '../storage/job-store.ts';
import type { ProblemError } from './problem-error.ts';

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
