/**
 * One process at a time on a library: an exclusive lock on a small SQLite file beside it. The system lets go
 * of the lock with the process, however it dies, so nothing stale is ever left behind.
 */
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CodedError } from '#shared/contract/errors.ts';
import { codedLibraryError } from './sqlite-errors.ts';

/** Takes the lock or throws CodedError `library-in-use`; answers a function that lets go. */
export function lockLibrary(folder: string): () => void {
  try {
    return lockFile(folder);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'library-damaged') throw error;
    // Nothing is ever written into this file, so nothing in it is worth keeping. Emptied in its place: another
    // process that does the same at this moment still meets the lock.
    truncateSync(join(folder, 'library.lock'));
    return lockFile(folder);
  }
}

function lockFile(folder: string): () => void {
  let lock: Database.Database;
  try {
    lock = new Database(join(folder, 'library.lock'), { timeout: 0 });
  } catch (error) {
    throw codedLibraryError(error);
  }
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const coded = codedLibraryError(error);
    if (coded instanceof CodedError && coded.code === 'library-in-use') {
      throw new CodedError(
        'library-in-use',
        'Another Brulion is using this library.',
        { folder },
        { cause: error },
      );
    }
    throw coded;
  }
  return () => lock.close();
}
