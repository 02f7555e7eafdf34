/** Verified copies of the library's file: one a day, one before every migration and restore, and whenever asked. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#shared/contract/errors.ts';
import type { Backup, BackupReason } from '#shared/contract/library.ts';
import { openDatabase, type LibraryDatabase } from './database.ts';
import { codedFileError } from './file-errors.ts';
import { codedLibraryError } from './sqlite-errors.ts';

export interface BackupFile {
  /** File name within `backups/`; sorts by time. */
  readonly name: string;
  readonly reason: BackupReason;
}

/** How many of each kind are kept. */
const kept: Readonly<Record<BackupReason, number>> = { daily: 7, migration: 3, restore: 5, request: 10 };
const namePattern =
  /^library-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|migration|restore|request)\.sqlite$/;

/**
 * Copies the library, checks the copy's integrity, and only then gives it its name; old ones are thinned.
 * CodedErrors: `disk-full`, `library-read-only`, `library-damaged`.
 */
export function backUp(db: LibraryDatabase, folder: string, reason: BackupReason, now: Date): BackupFile {
  const backups = join(folder, 'backups');
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const name = `library-${stamp}-${reason}.sqlite`;
  const unfinished = join(backups, `${name}.unfinished`);
  try {
    mkdirSync(backups, { recursive: true });
    removeUnfinished(backups);
    refuseLostContent(db);
    db.prepare('VACUUM INTO ?').run(unfinished);
    verifyOrMend(unfinished);
    syncFile(unfinished);
    renameSync(unfinished, join(backups, name));
  } catch (error) {
    // A half-made copy may be what fills the disk.
    rmSync(unfinished, { force: true });
    throw codedFileError(codedLibraryError(error));
  }
  for (const old of listBackups(folder)
    .filter((backup) => backup.reason === reason)
    .slice(kept[reason])) {
    rmSync(join(backups, old.name), { force: true });
  }
  return { name, reason };
}

/** Backups there are, newest first. */
export function listBackups(folder: string): BackupFile[] {
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .flatMap((name) => {
      const reason = namePattern.exec(name)?.[7] as BackupReason | undefined;
      return reason ? [{ name, reason }] : [];
    })
    .toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** What a person chooses among, newest first; opens each of them. */
export function describeBackups(folder: string): Backup[] {
  return listBackups(folder).map(({ name, reason }) => {
    const file = join(folder, 'backups', name);
    return { name, reason, madeAt: madeAt(name), bytes: statSync(file).size, posts: countPosts(file) };
  });
}

/** The file of the backup so named; CodedError `backup-not-found`. */
export function findBackup(folder: string, name: string): string {
  const file = join(folder, 'backups', name);
  if (!namePattern.test(name) || !existsSync(file))
    throw new CodedError('backup-not-found', 'There is no such backup.', { name });
  return file;
}

/** True when today's (UTC) backup is still to be made. */
export function isDailyBackupDue(folder: string, now: Date): boolean {
  const today = now.toISOString().slice(0, 10).replaceAll('-', '');
  return !listBackups(folder).some(
    ({ name, reason }) => reason === 'daily' && name.startsWith(`library-${today}`),
  );
}

/** Throws CodedError `library-damaged` unless the file is a whole and sound library. */
export function verifyBackup(file: string): void {
  const db = openDatabase(file, { readonly: true });
  try {
    const answer = db.pragma('integrity_check', { simple: true });
    if (answer !== 'ok') throw new CodedError('library-damaged', `The backup is damaged: ${String(answer)}`);
    // An empty file is a sound database, but no library.
    if (db.pragma('user_version', { simple: true }) === 0)
      throw new CodedError('library-damaged', 'The backup is empty.');
  } finally {
    db.close();
  }
}

/**
 * Throws CodedError `library-damaged` when more than indexes is damaged. A copy of it would look sound, as what cannot be
 * read is just not in it; and day by day such copies would take the place of the good ones.
 */
function refuseLostContent(db: LibraryDatabase): void {
  const indexes = new Set(
    db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE type = 'index'").pluck().all(),
  );
  // All of it: what is wrong with the rows comes after what is wrong with the indexes.
  const found = db.pragma('integrity_check(1000000)') as { integrity_check: string }[];
  const lost = found
    .flatMap(({ integrity_check: messages }) => messages.split('\n'))
    .find((message) => {
      if (message === 'ok' || message.startsWith('***')) return false;
      const tree = /^Tree (\d+) /.exec(message)?.[1];
      return tree === undefined ? !/\bindex\b/.test(message) : !indexes.has(Number(tree));
    });
  if (lost !== undefined) throw new CodedError('library-damaged', `The library is damaged: ${lost}`);
}

/** An index out of step with its table is copied as it is, but can be made anew: nothing of it is lost. */
function verifyOrMend(copy: string): void {
  try {
    verifyBackup(copy);
  } catch {
    const db = openDatabase(copy);
    try {
      db.exec('REINDEX');
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
    verifyBackup(copy);
  }
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a killed process left half-made. */
function removeUnfinished(backups: string): void {
  for (const name of readdirSync(backups)) {
    if (name.endsWith('.unfinished') || name.endsWith('.unfinished-journal'))
      rmSync(join(backups, name), { force: true });
  }
}

function madeAt(name: string): string {
  const [, year, month, day, hour, minute, second] = namePattern.exec(name) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/** Null when it cannot be read: then it is no way back, and the person sees so. */
function countPosts(file: string): number | null {
  try {
    const db = openDatabase(file, { readonly: true });
    try {
      return db
        .prepare<[], number>('SELECT count(*) FROM posts WHERE trashed_at IS NULL')
        .pluck()
        .get() as number;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
