/** Opening the SQLite file the one right way: WAL, foreign keys, and a commit that survives a power cut. */
import Database from 'better-sqlite3';
import { withCodedErrors } from './sqlite-errors.ts';

export type LibraryDatabase = Database.Database;

const busyTimeoutMs = 5_000;

export function openDatabase(file: string, options: { readonly readonly?: boolean } = {}): LibraryDatabase {
  return withCodedErrors(() => {
    const db = new Database(file, {
      timeout: busyTimeoutMs,
      readonly: options.readonly ?? false,
      fileMustExist: options.readonly ?? false,
    });
    try {
      db.pragma('trusted_schema = OFF');
      db.pragma('foreign_keys = ON');
      if (!options.readonly) {
        db.pragma('journal_mode = WAL');
        db.pragma('synchronous = FULL');
      }
      // Reads the schema, so that a file that is no library shows itself now.
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/**
 * Makes `action` a transaction of its own, or a part of the one it is called in. Not by savepoints, as `db.transaction`
 * does when nested: before each of them FTS5 writes its whole index out, which took half the time of filling a library.
 */
export function atomic<Args extends unknown[], Result>(
  db: LibraryDatabase,
  action: (...args: Args) => Result,
): (...args: Args) => Result {
  const alone = db.transaction(action);
  return (...args) => (db.inTransaction ? action(...args) : alone(...args));
}
