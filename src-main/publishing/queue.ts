/**
 * The publish queue: takes jobs in line, runs them within limits, waits for what they wait for, and goes on by
 * itself — after an offline spell, a restart or a crash — until a job succeeded or a person ended it.
 */
import { CodedError } from '#shared/contract/errors.ts';
import type { JobChoice, JobView } from '#shared/contract/publishing.ts';
import { canCancel } from '../domain/publish-job.ts';
import type { JobChange } from '../storage/job-store.ts';
import { applyChoice } from './choices.ts';
import { enqueuePublish, enqueueUnpublish, type EnqueueInput, type PublishRequest } from './enqueue.ts';
import { judgeBreakdown, judgeFailure } from './judge-failure.ts';
import type { QueueParts } from './parts.ts';
import { createRunEnds } from './run-ends.ts';
import { runJob } from './run-job.ts';
import { createTurns } from './turns.ts';
import { createWaits } from './waits.ts';

/** Jobs of different posts run side by side, gently on any one blog. */
const maxRunning = 3;
const maxRunningPerAccount = 2;
/** A machine that slept wakes with its timers late: looking now and then costs nothing. */
const longestSleepMs = 30_000;
/** A library that cannot be written is tried again this often. */
const unwritableSleepMs = 5_000;
/** What a hotel's network looks like until one has logged in, and what passes with being online. */
const mendedByNetwork = ['offline', 'timeout', 'answer-unreadable', 'tls', 'redirected'];
/** What a sign-in that worked may have mended: the password, and where and behind what the blog is. */
const mendedBySignIn = ['password-missing', 'sign-in-refused', 'redirected', 'tls', 'answer-unreadable'];

export interface PublishQueue {
  start(): void;
  /** Cuts running requests off and waits until the journal says so. */
  stop(): Promise<void>;
  publish(request: PublishRequest): Promise<JobView>;
  unpublish(request: { readonly postId: string; readonly accountId: string }): Promise<JobView>;
  /** CodedErrors `job-not-found`, `job-not-cancellable`. */
  cancel(jobId: string): void;
  choose(jobId: string, choice: JobChoice): void;
  /** Something a job may have waited for has come: the network, or a password. */
  wake(reason: 'online'): void;
  wake(reason: 'signed-in', accountId: string): void;
  jobs(limit: number): JobView[];
  clearEnded(): void;
}

interface Running {
  readonly postId: string;
  readonly accountId: string;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

export function createPublishQueue(parts: QueueParts): PublishQueue {
  const {
    library,
    connectorFor,
    isSignedIn,
    log,
    onChange,
    now = () => new Date(),
    random = Math.random,
  } = parts;
  const { jobs } = library;
  const running = new Map<string, Running>();
  const waits = createWaits();
  const inTurn = createTurns();
  const ends = createRunEnds(library, log);
  let timer: NodeJS.Timeout | undefined;
  let stopped = true;
  let resumed = false;

  /** Starts every job whose turn it is, and sleeps until the next one's. Never throws: nobody is there to catch it. */
  function tick(): void {
    clearTimeout(timer);
    if (stopped) return;
    let sleep = unwritableSleepMs;
    try {
      sleep = startDue();
    } catch (error) {
      log('error', 'The publish queue cannot go on now', error);
    }
    timer = setTimeout(tick, Math.max(sleep, 10));
    timer.unref();
  }

  /** Answers how long it is until the next job's turn, ms. */
  function startDue(): number {
    if (!resumed) jobs.resumeInterrupted();
    resumed = true;
    ends.settle();
    const at = now();
    let next = longestSleepMs;
    for (const job of jobs.open()) {
      if (job.state !== 'queued' && job.state !== 'waiting') continue;
      const wait = waits.left(job, at);
      if (wait > 0) next = Math.min(next, wait);
      else if (mayRun(job.postId, job.accountId) && jobs.claim(job.id))
        run(job.id, job.postId, job.accountId);
    }
    return next;
  }

  function mayRun(postId: string, accountId: string): boolean {
    const all = [...running.values()];
    return (
      all.length < maxRunning &&
      all.every((other) => other.postId !== postId) &&
      all.filter((other) => other.accountId === accountId).length < maxRunningPerAccount
    );
  }

  function run(jobId: string, postId: string, accountId: string): void {
    const abort = new AbortController();
    const changed = () => onChange({ postIds: [postId] });
    const ended = runJob({
      jobId,
      library,
      connectorFor,
      isSignedIn,
      signal: abort.signal,
      now,
      onChange: changed,
      inTurn,
    })
      .then((outcome): JobChange => {
        if (outcome.kind === 'done')
          return { state: 'succeeded', endedAt: now().toISOString(), problem: null, nextTryAt: null };
        if (outcome.kind === 'stopped') return { state: 'queued' };
        const attempts = jobs.get(jobId)?.attempts ?? 0;
        return judgeFailure({ attempts }, outcome.step, outcome.error, now(), random());
      })
      .catch((error: unknown) => {
        log('error', `Publish job ${jobId} broke down`, error);
        return judgeBreakdown(error, now());
      })
      .then((change) => {
        ends.note(jobId, change);
        running.delete(jobId);
        tick();
        changed();
      })
      .catch((error: unknown) => log('error', `The end of publish job ${jobId} could not be told`, error));
    running.set(jobId, { postId, accountId, abort, ended });
    changed();
  }

  function view(jobId: string): JobView {
    const found = jobs.view(jobId);
    if (!found) throw notFound(jobId);
    return ends.shown(found);
  }

  function get(jobId: string) {
    const job = jobs.get(jobId);
    if (!job) throw notFound(jobId);
    return job;
  }

  async function enqueue(accountId: string, put: (input: EnqueueInput) => string): Promise<JobView> {
    const { capabilities } = await connectorFor(accountId);
    const jobId = put({ library, capabilities, author: parts.author(), device: parts.device, now: now() });
    const queued = view(jobId);
    onChange({ postIds: [queued.postId] });
    tick();
    return queued;
  }

  function cancel(jobId: string): void {
    ends.settle();
    const job = get(jobId);
    if (!canCancel(job))
      throw new CodedError('job-not-cancellable', 'The post is being written on the blog at this moment.');
    jobs.change(jobId, { state: 'cancelled', endedAt: now().toISOString(), nextTryAt: null });
    running.get(jobId)?.abort.abort();
    onChange({ postIds: [job.postId] });
    tick();
  }

  /** Puts the jobs whose problem is one of these back in line, now. */
  function requeue(codes: readonly string[], accountId?: string): void {
    for (const job of jobs.open()) {
      if (accountId !== undefined && job.accountId !== accountId) continue;
      if (job.state === 'running' || !job.problem || !codes.includes(job.problem.code)) continue;
      jobs.change(job.id, { state: 'queued', nextTryAt: null, problem: null, attempts: 0 });
      onChange({ postIds: [job.postId] });
    }
    tick();
  }

  return {
    start() {
      stopped = false;
      tick();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
    publish: (request) => enqueue(request.accountId, (input) => enqueuePublish(input, request)),
    unpublish: ({ postId, accountId }) =>
      enqueue(accountId, (input) => enqueueUnpublish(input, postId, accountId)),
    cancel,
    choose(jobId, choice) {
      if (choice === 'cancel') return cancel(jobId);
      ends.settle();
      const job = get(jobId);
      applyChoice(library, job, choice);
      onChange({ postIds: [job.postId] });
      tick();
    },
    wake(reason: 'online' | 'signed-in', accountId?: string) {
      if (reason === 'online') requeue(mendedByNetwork);
      else requeue(mendedBySignIn, accountId);
    },
    jobs: (limit) => jobs.views(limit).map(ends.shown),
    clearEnded() {
      jobs.clearEnded();
      onChange({ postIds: [] });
    },
  };
}

function notFound(jobId: string): CodedError {
  return new CodedError('job-not-found', 'There is no such job.', { jobId });
}
