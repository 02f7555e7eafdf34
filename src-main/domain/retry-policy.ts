/** What a failed step means for its job: wait and try again by itself, or ask a person. Pure. */
import type { JobChoice, ProblemCode, StepKind } from '#shared/contract/publishing.ts';

/** The kinds of failure a connector tells of (see connectors/connector-error.ts). */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'tls'
  | 'redirected'
  | 'server-error'
  | 'rate-limited'
  | 'answer-unreadable'
  | 'sign-in-refused'
  | 'forbidden'
  | 'rejected'
  | 'too-large'
  | 'clock-differs'
  | 'not-found'
  | 'folder-not-writable';

export interface Failure {
  readonly kind: FailureKind;
  readonly step: StepKind;
  /** What the server asked for, ms. */
  readonly retryAfterMs?: number | undefined;
  /** True when an answer came that is not in the blog's own words: something in between gave it. */
  readonly fromElsewhere?: boolean | undefined;
}

export type Verdict =
  | { readonly kind: 'wait'; readonly code: ProblemCode; readonly ms: number }
  | { readonly kind: 'ask'; readonly code: ProblemCode; readonly choices: readonly JobChoice[] };

const second = 1_000;
/** Offline, a job probes quickly at first and then steadily, for as long as it takes. */
const offlineDelaysMs = [1, 2, 4, 8].map((seconds) => seconds * second);
const steadyOfflineMs = 12 * second;
const firstBackoffMs = 2 * second;
const longestBackoffMs = 300 * second;
/** Whatever a server asks for, it is not hammered. */
const shortestWaitMs = 500;
const longestRetryAfterMs = 86_400 * second;
/**
 * A page in place of an answer, a certificate of somebody else’s, a redirection elsewhere and a refusal that is not in
 * the blog’s words are often a hotel’s login page; after this many tries it is more than that.
 */
const portalTries = 6;

/**
 * Decides about a failure after `attempts` tries in a row (1 for the first). `random` in [0, 1) spreads the
 * waits, so that many jobs do not come back at once.
 */
export function decide(failure: Failure, attempts: number, random: number): Verdict {
  switch (failure.kind) {
    case 'offline':
      return wait('offline', (offlineDelaysMs[attempts - 1] ?? steadyOfflineMs) * (0.85 + 0.3 * random));
    case 'timeout':
      return wait('timeout', backoff(attempts, random));
    case 'server-error':
      return wait('server-error', asked(failure) ?? backoff(attempts, random));
    case 'rate-limited':
      return wait('rate-limited', asked(failure) ?? backoff(attempts, random));
    case 'answer-unreadable':
    case 'tls':
    case 'redirected':
      if (attempts < portalTries) return wait(failure.kind, backoff(attempts, random));
      return failure.kind === 'redirected' ? askToSignIn('redirected') : ask(failure.kind);
    case 'sign-in-refused':
      if (failure.fromElsewhere && attempts < portalTries)
        return wait('answer-unreadable', backoff(attempts, random));
      return askToSignIn('sign-in-refused');
    case 'forbidden':
      if (failure.fromElsewhere && attempts < portalTries)
        return wait('answer-unreadable', backoff(attempts, random));
      if (failure.step === 'ensure-term')
        return { kind: 'ask', code: 'term-forbidden', choices: ['without-term', 'try-again', 'cancel'] };
      return ask(failure.step === 'upload-media' ? 'upload-forbidden' : 'forbidden');
    case 'rejected':
      return ask(failure.step === 'upload-media' ? 'upload-rejected' : 'rejected');
    case 'too-large':
      return ask(failure.step === 'upload-media' ? 'upload-too-large' : 'post-too-large');
    case 'clock-differs':
      return ask('clock-differs');
    case 'not-found':
      if (failure.step === 'unpublish') return ask('remote-deleted');
      return failure.step === 'fill'
        ? { kind: 'ask', code: 'remote-deleted', choices: ['publish-as-new', 'try-again', 'cancel'] }
        : ask('rejected');
    case 'folder-not-writable':
      return ask(failure.kind);
  }
}

/** No wait for this reason is ever longer, ms; whatever a clock says. */
export function longestWaitMs(code: ProblemCode): number {
  return code === 'server-error' || code === 'rate-limited' ? longestRetryAfterMs : longestBackoffMs;
}

function wait(code: ProblemCode, ms: number): Verdict {
  return { kind: 'wait', code, ms: Math.round(ms) };
}

function ask(code: ProblemCode): Verdict {
  return { kind: 'ask', code, choices: ['try-again', 'cancel'] };
}

/** Signing in anew also finds out where the blog is now. */
function askToSignIn(code: ProblemCode): Verdict {
  return { kind: 'ask', code, choices: ['enter-password', 'try-again', 'cancel'] };
}

/** Exponential with jitter. */
function backoff(attempts: number, random: number): number {
  const full = Math.min(firstBackoffMs * 2 ** (attempts - 1), longestBackoffMs);
  return Math.max(shortestWaitMs, full * (0.5 + 0.5 * random));
}

function asked({ retryAfterMs }: Failure): number | null {
  return retryAfterMs === undefined
    ? null
    : Math.min(Math.max(retryAfterMs, shortestWaitMs), longestRetryAfterMs);
}
