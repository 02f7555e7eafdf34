/** Whether what the panel says of a job, when it stops, is true. */
import type { JobView, ProblemCode } from '#shared/contract/publishing.ts';
import english from '#renderer/i18n/en/errors.json' with { type: 'json' };
import polish from '#renderer/i18n/pl/errors.json' with { type: 'json' };
import type { FaultCase } from './fault-cases.ts';

/** Jitter makes a wait shorter than what is said of it by no more than this, ms. */
const slackMs = 5_000;

/** What is said wrongly; nothing when all is well. `faults` are those that may have struck. */
export function untruths(job: JobView, faults: readonly FaultCase[], now = Date.now()): string[] {
  const wrong: string[] = [];
  const say = (isTrue: boolean, what: string) => void (isTrue || wrong.push(what));
  const { state, problem, nextTryAt, endedAt } = job;
  if (state === 'waiting') {
    say(problem !== null && hasWords(problem.code), 'waits without a reason that has words');
    say(
      faults.some(({ reason }) => reason === problem?.code),
      `waits for ${problem?.code}`,
    );
    say(problem?.choices.join() === 'try-again,cancel', 'waits, and does not offer to try again or cancel');
    const wait = nextTryAt === null ? Number.NaN : Date.parse(nextTryAt) - now;
    say(wait > -slackMs && wait < 86_400_000, `waits until ${nextTryAt}`);
    const asked = faults.find(({ reason, askedMs }) => reason === problem?.code && askedMs)?.askedMs;
    if (asked !== undefined && faults.length === 1)
      say(Math.abs(wait - asked) < slackMs, `was asked to wait ${asked} ms and waits ${wait}`);
  } else if (state === 'needs-attention') {
    wrong.push(`asks a person about ${problem?.code} (${problem?.detail})`);
  } else if (state === 'succeeded') {
    say(problem === null && nextTryAt === null, 'succeeded with a problem');
    say(endedAt !== null, 'succeeded at no time');
    say(
      job.steps.every((step) => step.state === 'done'),
      'succeeded with steps left',
    );
    const differs = job.receipt?.checks.filter(({ result }) => result === 'different') ?? [];
    say(differs.length === 0, `receipt: ${JSON.stringify(differs)}`);
    say(job.receipt !== null, 'succeeded without a receipt');
  }
  return wrong;
}

function hasWords(code: ProblemCode): boolean {
  return [english, polish].every(({ problem }) => (problem as Partial<Record<string, string>>)[code]);
}
