/** Publish jobs and their journals of steps. */
import { randomUUID } from 'node:crypto';
import type { JobKind, JobState, JobView, Problem, Receipt } from '#shared/contract/publishing.ts';
import {
  markerOf,
  type Decisions,
  type JobStep,
  type PublishJob,
  type StepState,
} from '../domain/publish-job.ts';
import type { LibraryDatabase } from './database.ts';

interface JobRow {
  readonly id: string;
  readonly post_id: string;
  readonly account_id: string;
  readonly revision_id: string | null;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly marker: string;
  readonly publish_at: string | null;
  readonly decisions: string;
  readonly attempts: number;
  readonly next_try_at: string | null;
  readonly problem: string | null;
  readonly permalink: string | null;
  readonly open_url: string | null;
  readonly receipt: string | null;
  readonly created_at: string;
  readonly ended_at: string | null;
}

interface StepRow {
  readonly key: string;
  readonly kind: JobStep['kind'];
  readonly subject: string;
  readonly state: StepState;
  readonly result: string | null;
}

export interface NewJob {
  readonly postId: string;
  readonly accountId: string;
  readonly revisionId: string | null;
  readonly kind: JobKind;
  readonly publishAt: string | null;
}

/** What may change of a job; what is left out stays. */
export interface JobChange {
  readonly state?: JobState;
  readonly kind?: JobKind;
  readonly revisionId?: string | null;
  readonly publishAt?: string | null;
  readonly decisions?: Decisions;
  readonly attempts?: number;
  readonly nextTryAt?: string | null;
  readonly problem?: Problem | null;
  readonly permalink?: string | null;
  readonly openUrl?: string | null;
  readonly receipt?: Receipt | null;
  readonly endedAt?: string | null;
}

export type JobStore = ReturnType<typeof createJobStore>;

export function createJobStore(db: LibraryDatabase, now: () => Date) {
  const select = db.prepare<[string], JobRow>('SELECT * FROM publish_jobs WHERE id = ?');
  const selectSteps = db.prepare<[string], StepRow>(
    'SELECT * FROM publish_steps WHERE job_id = ? ORDER BY position',
  );
  const selectOpen = db.prepare<[], { id: string }>(
    "SELECT id FROM publish_jobs WHERE state NOT IN ('succeeded', 'cancelled') ORDER BY seq",
  );
  const selectOpenOf = db.prepare<[string, string], { id: string }>(
    "SELECT id FROM publish_jobs WHERE post_id = ? AND account_id = ? AND state NOT IN ('succeeded', 'cancelled')",
  );
  const countOpen = db.prepare<[string], { open: number }>(
    "SELECT count(*) AS open FROM publish_jobs WHERE account_id = ? AND state NOT IN ('succeeded', 'cancelled')",
  );
  const insert = db.prepare(`
    INSERT INTO publish_jobs (id, seq, post_id, account_id, revision_id, kind, state, marker, publish_at, created_at)
    VALUES (@id, (SELECT coalesce(max(seq), 0) + 1 FROM publish_jobs), @postId, @accountId, @revisionId, @kind, 'queued', @marker, @publishAt, @at)`);
  const insertStep = db.prepare(`
    INSERT INTO publish_steps (job_id, position, key, kind, subject, state, result) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const selectLostReserve = db.prepare<[string, string], StepRow & { marker: string }>(`
    SELECT s.*, j.marker FROM publish_jobs j JOIN publish_steps s ON s.job_id = j.id
    WHERE j.post_id = ? AND j.account_id = ? AND j.state = 'cancelled'
      AND s.kind = 'reserve' AND s.state IN ('running', 'ambiguous') ORDER BY j.seq DESC LIMIT 1`);
  const removeSteps = db.prepare('DELETE FROM publish_steps WHERE job_id = ?');
  const claim = db.prepare(`
    UPDATE publish_jobs SET state = 'running', next_try_at = NULL WHERE id = ? AND state IN ('queued', 'waiting')`);
  const startStep = db.prepare(
    "UPDATE publish_steps SET state = 'running', started_at = ? WHERE job_id = ? AND key = ?",
  );
  const setStep = db.prepare(
    'UPDATE publish_steps SET state = ?, result = ?, ended_at = ? WHERE job_id = ? AND key = ?',
  );
  const resume = db.prepare("UPDATE publish_jobs SET state = 'queued' WHERE state = 'running'");
  const clear = db.prepare("UPDATE publish_jobs SET cleared = 1 WHERE state IN ('succeeded', 'cancelled')");
  const selectShown = db.prepare<[number], JobRow & { title: string; account_name: string | null }>(`
    SELECT j.*, p.title, a.name AS account_name FROM publish_jobs j
    JOIN posts p ON p.id = j.post_id LEFT JOIN accounts a ON a.id = j.account_id
    WHERE j.cleared = 0 ORDER BY j.seq DESC LIMIT ?`);
  const selectShownOne = db.prepare<[string], JobRow & { title: string; account_name: string | null }>(`
    SELECT j.*, p.title, a.name AS account_name FROM publish_jobs j
    JOIN posts p ON p.id = j.post_id LEFT JOIN accounts a ON a.id = j.account_id WHERE j.id = ?`);

  function toJob(row: JobRow): PublishJob {
    return {
      id: row.id,
      postId: row.post_id,
      accountId: row.account_id,
      revisionId: row.revision_id,
      kind: row.kind,
      state: row.state,
      marker: row.marker,
      publishAt: row.publish_at,
      decisions: JSON.parse(row.decisions) as Decisions,
      attempts: row.attempts,
      nextTryAt: row.next_try_at,
      problem: parse<Problem>(row.problem),
      receipt: parse<Receipt>(row.receipt),
      steps: steps(row.id),
    };
  }

  function steps(jobId: string): JobStep[] {
    return selectSteps.all(jobId).map(toStep);
  }

  function toView(row: JobRow & { title: string; account_name: string | null }): JobView {
    const { id, postId, accountId, kind, state, publishAt, attempts, nextTryAt, problem, receipt, steps } =
      toJob(row);
    return {
      id,
      postId,
      accountId,
      kind,
      state,
      publishAt,
      attempts,
      nextTryAt,
      problem,
      receipt,
      postTitle: row.title,
      accountName: row.account_name ?? '',
      steps: steps.map((step) => ({
        key: step.key,
        kind: step.kind,
        subject: step.subject,
        state: step.state,
      })),
      permalink: row.permalink,
      openUrl: row.open_url,
      createdAt: row.created_at,
      endedAt: row.ended_at,
    };
  }

  function writeSteps(jobId: string, planned: readonly JobStep[]): void {
    removeSteps.run(jobId);
    for (const [position, { key, kind, subject, state, result }] of planned.entries()) {
      insertStep.run(
        jobId,
        position,
        key,
        kind,
        subject,
        state,
        result === null ? null : JSON.stringify(result),
      );
    }
  }

  return {
    get(id: string): PublishJob | null {
      const row = select.get(id);
      return row ? toJob(row) : null;
    },
    view(id: string): JobView | null {
      const row = selectShownOne.get(id);
      return row ? toView(row) : null;
    },
    /** Jobs for the panel, newest first; those a person cleared away are not among them. */
    views: (limit: number): JobView[] => selectShown.all(limit).map(toView),
    /** Jobs that have not ended, oldest first. */
    open: (): PublishJob[] => selectOpen.all().flatMap(({ id }) => toJob(select.get(id) as JobRow)),
    openOf(postId: string, accountId: string): PublishJob | null {
      const found = selectOpenOf.get(postId, accountId);
      return found ? toJob(select.get(found.id) as JobRow) : null;
    },
    hasOpen: (accountId: string): boolean => (countOpen.get(accountId)?.open ?? 0) > 0,

    /** The reserve step of a cancelled job of this post whose answer was lost, and the marker it went by. */
    lostReserve(postId: string, accountId: string): { step: JobStep; marker: string } | null {
      const row = selectLostReserve.get(postId, accountId);
      return row ? { step: toStep(row), marker: row.marker } : null;
    },

    /**
     * Queues a job with its steps, under its own marker unless it takes one over; call it in the transaction that froze
     * the revision. Answers its id.
     */
    insert(job: NewJob, planned: readonly JobStep[], marker?: string): string {
      const id = randomUUID();
      insert.run({ id, marker: marker ?? markerOf(id), at: now().toISOString(), ...job });
      writeSteps(id, planned);
      return id;
    },
    replaceSteps: writeSteps,

    /** Takes a job to run it; false when somebody else did, or it is no longer to be run. */
    claim: (id: string): boolean => claim.run(id).changes === 1,
    startStep(jobId: string, key: string): void {
      startStep.run(now().toISOString(), jobId, key);
    },
    endStep(jobId: string, key: string, state: StepState, result: unknown = null): void {
      setStep.run(state, result === null ? null : JSON.stringify(result), now().toISOString(), jobId, key);
    },
    /** Puts jobs that a dead process left running back in line; their running steps stay marked as such. */
    resumeInterrupted: (): void => void resume.run(),
    clearEnded: (): void => void clear.run(),

    change(id: string, change: JobChange): void {
      const values: Record<string, unknown> = {
        state: change.state,
        kind: change.kind,
        revision_id: change.revisionId,
        publish_at: change.publishAt,
        decisions: change.decisions && JSON.stringify(change.decisions),
        attempts: change.attempts,
        next_try_at: change.nextTryAt,
        problem: change.problem && JSON.stringify(change.problem),
        permalink: change.permalink,
        open_url: change.openUrl,
        receipt: change.receipt && JSON.stringify(change.receipt),
        ended_at: change.endedAt,
      };
      const set = Object.entries(values).filter(([, value]) => value !== undefined);
      if (set.length === 0) return;
      db.prepare(
        `UPDATE publish_jobs SET ${set.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`,
      ).run(...set.map(([, value]) => value), id);
    },
  };
}

function toStep({ key, kind, subject, state, result }: StepRow): JobStep {
  return { key, kind, subject, state, result: parse(result) };
}

function parse<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
