/** Brings a library to the version this program writes, one numbered step at a time. */
import { CodedError } from '#shared/contract/errors.ts';
import { backUp } from './backups.ts';
import type { LibraryDatabase } from './database.ts';
import { currentLibraryVersion, migrations } from './migrations/index.ts';

export function libraryVersion(db: LibraryDatabase): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Throws CodedError `library-newer` when a newer program wrote this library; reads only. */
export function refuseNewer(db: LibraryDatabase): void {
  const version = libraryVersion(db);
  if (version > currentLibraryVersion) {
    throw new CodedError('library-newer', 'A newer Brulion wrote this library; it was left untouched.', {
      version,
      understood: currentLibraryVersion,
    });
  }
}

/** Runs what is missing, each step in its own transaction, after a verified backup of a library that has something in it. */
export function migrate(
  db: LibraryDatabase,
  folder: string,
  now: Date,
  upTo: number = currentLibraryVersion,
): void {
  refuseNewer(db);
  const from = libraryVersion(db);
  if (from > 0 && from < upTo) backUp(db, folder, 'migration', now);
  for (const [index, sql] of migrations.slice(from, upTo).entries()) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${from + index + 1}`);
    })();
  }
}
