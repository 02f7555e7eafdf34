/** Sees to it that there is a backup for every day the library is open, and remembers why one could not be made. */
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import type { BackupReason } from '#shared/contract/library.ts';
import type { Log } from '../host-services.ts';
import { startBackupThread, type BackupAnswer, type BackupThread } from './backup-thread.ts';
import { isDailyBackupDue } from './backups.ts';
import { codedFileError } from './file-errors.ts';

/** The window is to be drawn first. */
const firstLookMs = 3_000;
/** The machine may sleep and clocks may be set: looking now and then costs nothing. */
const lookEveryMs = 30 * 60_000;

export interface BackupScheduleOptions {
  readonly folder: string;
  readonly log: Log;
  readonly now?: () => Date;
  /** A backup could not be made, or showed that the library is damaged. */
  readonly onFailure: (code: ErrorCode) => void;
}

export interface BackupSchedule {
  /** Makes one now, after any that is being made; never rejects. */
  backUp(reason: BackupReason): Promise<BackupAnswer>;
  /** Why the last one failed; null when it did not. */
  failure(): ErrorCode | null;
  stop(): Promise<void>;
}

export function scheduleBackups({
  folder,
  log,
  onFailure,
  now = () => new Date(),
}: BackupScheduleOptions): BackupSchedule {
  let failure: ErrorCode | null = null;
  let running: BackupThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;
  let timer = setTimeout(look, firstLookMs);
  timer.unref();

  function look(): void {
    timer = setTimeout(look, lookEveryMs);
    timer.unref();
    if (isDue()) void backUp('daily');
  }

  function isDue(): boolean {
    try {
      return isDailyBackupDue(folder, now());
    } catch (error) {
      log('error', 'The folder of backups cannot be read', error);
      const coded = codedFileError(error);
      failure = coded instanceof CodedError ? coded.code : 'internal';
      onFailure(failure);
      return false;
    }
  }

  function backUp(reason: BackupReason): Promise<BackupAnswer> {
    const made = last.then(() => make(reason));
    last = made;
    return made;
  }

  async function make(reason: BackupReason): Promise<BackupAnswer> {
    if (stopped) return { name: null, code: 'library-closed', message: 'The library is being closed.' };
    running = startBackupThread({ folder, reason, now: now() });
    const answer = await running.answer;
    running = null;
    if (stopped) return answer;
    failure = answer.code;
    if (answer.name) log('info', `Backed the library up as ${answer.name}`);
    if (answer.code) {
      log('error', `The ${reason} backup: ${answer.code}: ${answer.message}`);
      onFailure(answer.code);
    }
    return answer;
  }

  return {
    backUp,
    failure: () => failure,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.stop();
      await last;
    },
  };
}
