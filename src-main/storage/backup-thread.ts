/** Asks a thread for a backup, so that nobody waits for it while writing. */
import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { BackupReason } from '#shared/contract/library.ts';

export interface BackupOrder {
  readonly folder: string;
  readonly reason: BackupReason;
  readonly now: Date;
}

/** A backup may have been made and the library be damaged all the same. */
export interface BackupAnswer {
  /** The backup's name; null when there is none. */
  readonly name: string | null;
  /** What went wrong; null when nothing did. */
  readonly code: ErrorCode | null;
  /** For the log. */
  readonly message: string;
}

/** Beside this source file; in a bundle beside the entry points, whose chunks lie a folder deeper. */
const script = new URL(
  import.meta.url.endsWith('.ts') ? './backup-worker.ts' : '../backup-worker.js',
  import.meta.url,
);

export interface BackupThread {
  readonly answer: Promise<BackupAnswer>;
  /** Ends it in the middle: what is half-made is no backup, and goes before the next one. */
  stop(): Promise<void>;
}

export function startBackupThread(order: BackupOrder): BackupThread {
  const worker = new Worker(script, { workerData: order });
  const answer = new Promise<BackupAnswer>((resolve) => {
    const failed = (message: string) => resolve({ name: null, code: 'internal', message });
    worker.once('message', resolve);
    worker.once('error', (error) => failed(error instanceof Error ? error.message : String(error)));
    worker.once('exit', () => failed('The backup was stopped.'));
  });
  return { answer, stop: () => worker.terminate().then(() => undefined) };
}
