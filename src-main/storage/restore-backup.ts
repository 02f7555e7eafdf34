/** Puts a backup in the place of the library's file. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#shared/contract/errors.ts';
import type { Problem } from '#shared/contract/publishing.ts';
import { backUp, findBackup, syncFile, verifyBackup } from './backups.ts';
import { openDatabase, type LibraryDatabase } from './database.ts';
import { codedFileError } from './file-errors.ts';
import { lockLibrary } from './library-lock.ts';
import { refuseNewer } from './migrator.ts';
import { codedLibraryError } from './sqlite-errors.ts';

export interface Restored {
  /** Backup of what was there before; null when that was too damaged to be one. */
  readonly previous: string | null;
  /** Where the damaged file is kept aside; null when there was a backup of it to make, or no file. */
  readonly keptAside: string | null;
}

/**
 * Makes a sound copy of a backup, ready to be put in place; the library may be open meanwhile. CodedErrors:
 * `backup-not-found`, `backup-damaged`, `library-newer`, `disk-full`, `library-read-only`.
 */
export function prepareRestore(folder: string, name: string): void {
  withFolderErrors(() => copySound(findBackup(folder, name), preparedIn(folder)));
}

/**
 * Puts what was prepared in the library's place; the library must be closed. What is there is backed up first, or kept
 * aside where it is too damaged for that. Until the last step, a rename, the library is as it was. CodedErrors:
 * `library-in-use`, `disk-full`, `library-read-only`.
 */
export function completeRestore(folder: string, now: Date): Restored {
  const unlock = lockLibrary(folder);
  try {
    return withFolderErrors(() => {
      const previous = backUpPresent(folder, now);
      const keptAside = previous === null ? moveAside(folder, now) : removePresent(folder);
      renameSync(preparedIn(folder), join(folder, 'library.sqlite'));
      return { previous, keptAside };
    });
  } finally {
    unlock();
  }
}

function preparedIn(folder: string): string {
  return join(folder, 'library.sqlite.restored');
}

function withFolderErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw codedFileError(codedLibraryError(error));
  }
}

function copySound(source: string, restored: string): void {
  try {
    verifyBackup(source);
  } catch (error) {
    throw new CodedError('backup-damaged', 'This backup is damaged too.', {}, { cause: error });
  }
  for (const suffix of suffixes) rmSync(restored + suffix, { force: true });
  const from = openDatabase(source, { readonly: true });
  try {
    refuseNewer(from);
    from.prepare('VACUUM INTO ?').run(restored);
  } finally {
    from.close();
  }
  const copy = openDatabase(restored);
  try {
    holdJobs(copy);
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  syncFile(restored);
}

/**
 * Jobs that were on their way when the backup was made may have ended since. Nothing is sent to a blog on the word
 * of an old journal: a person looks first, and a step that was running is asked about before it is tried again.
 */
function holdJobs(db: LibraryDatabase): void {
  const problem: Problem = { code: 'restored', detail: '', subject: '', choices: ['try-again', 'cancel'] };
  db.transaction(() => {
    db.prepare(
      `UPDATE publish_steps SET state = 'ambiguous' WHERE state IN ('pending', 'running') AND kind = 'reserve'
       AND job_id IN (SELECT id FROM publish_jobs WHERE state NOT IN ('succeeded', 'cancelled'))`,
    ).run();
    db.prepare(
      `UPDATE publish_jobs SET state = 'needs-attention', next_try_at = NULL, problem = ?
       WHERE state NOT IN ('succeeded', 'cancelled')`,
    ).run(JSON.stringify(problem));
  })();
}

const suffixes = ['', '-wal', '-shm', '-journal'];

/** Null when the present file cannot be read as a library, or there is none. */
function backUpPresent(folder: string, now: Date): string | null {
  const file = join(folder, 'library.sqlite');
  if (!existsSync(file)) return null;
  try {
    // To write: closing it then brings home what a killed process left in the write-ahead log.
    const db = openDatabase(file);
    try {
      return backUp(db, folder, 'restore', now).name;
    } finally {
      db.close();
    }
  } catch (error) {
    const coded = codedLibraryError(error);
    if (coded instanceof CodedError && coded.code === 'library-damaged') return null;
    throw coded;
  }
}

function moveAside(folder: string, now: Date): string | null {
  const library = join(folder, 'library.sqlite');
  const keptAside = `${library}.damaged-${now.getTime()}`;
  let moved = false;
  for (const suffix of suffixes) {
    if (!existsSync(library + suffix)) continue;
    renameSync(library + suffix, keptAside + suffix);
    moved = true;
  }
  return moved ? keptAside : null;
}

/** It is among the backups; its write-ahead log must not be taken for the restored file's. */
function removePresent(folder: string): null {
  for (const suffix of suffixes.slice(1)) rmSync(join(folder, `library.sqlite${suffix}`), { force: true });
  return null;
}
