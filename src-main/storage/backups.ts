/** Verified copies of the library's file: one a day, and one before every migration. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#shared/contract/errors.ts';
import { openDatabase, type LibraryDatabase } from './database.ts';

export type BackupReason = 'daily' | 'migration';

export interface Backup {
  /** File name within `backups/`; sorts by time. */
  readonly name: string;
  readonly reason: BackupReason;
}

/** How many of each kind are kept. */
const kept: Readonly<Record<BackupReason, number>> = { daily: 7, migration: 3 };
const namePattern = /^library-(\d{8}T\d{6}Z)-(daily|migration)\.sqlite$/;

/** Copies the library, checks the copy's integrity, and only then gives it its name; old ones are thinned. */
export function backUp(db: LibraryDatabase, folder: string, reason: BackupReason, now: Date): Backup {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const name = `library-${stamp}-${reason}.sqlite`;
  const unfinished = join(backups, `${name}.unfinished`);
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  verify(unfinished);
  syncFile(unfinished);
  renameSync(unfinished, join(backups, name));
  for (const old of listBackups(folder)
    .filter((backup) => backup.reason === reason)
    .slice(kept[reason])) {
    rmSync(join(backups, old.name), { force: true });
  }
  return { name, reason };
}

/** Backups there are, newest first. */
export function listBackups(folder: string): Backup[] {
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .flatMap((name) => {
      const reason = namePattern.exec(name)?.[2] as BackupReason | undefined;
      return reason ? [{ name, reason }] : [];
    })
    .toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** Makes today's (UTC) backup unless there is one. */
export function dailyBackup(db: LibraryDatabase, folder: string, now: Date): Backup | null {
  const today = now.toISOString().slice(0, 10).replaceAll('-', '');
  const done = listBackups(folder).some(
    ({ name, reason }) => reason === 'daily' && name.startsWith(`library-${today}`),
  );
  return done ? null : backUp(db, folder, 'daily', now);
}

/** Puts a backup in the library's place; the present file is kept aside. The library must be closed. */
export function restoreBackup(folder: string, name: string, now: Date): { readonly keptAside: string } {
  if (!namePattern.test(name)) throw new CodedError('library-damaged', `${name} is not a backup.`);
  const source = join(folder, 'backups', name);
  if (!existsSync(source)) throw new CodedError('library-damaged', `There is no backup ${name}.`);
  verify(source);
  const restored = join(folder, 'library.sqlite.restored');
  rmSync(restored, { force: true });
  const db = openDatabase(source, { readonly: true });
  db.prepare('VACUUM INTO ?').run(restored);
  db.close();
  syncFile(restored);

  const library = join(folder, 'library.sqlite');
  const keptAside = `${library}.damaged-${now.getTime()}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(library + suffix)) renameSync(library + suffix, keptAside + suffix);
  }
  renameSync(restored, library);
  return { keptAside };
}

function verify(file: string): void {
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

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
