/** Makes one backup in a thread of its own: copying and checking a large library takes seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '#shared/contract/errors.ts';
import type { BackupAnswer, BackupOrder } from './backup-thread.ts';
import { backUp } from './backups.ts';
import { openDatabase } from './database.ts';
import { codedLibraryError } from './sqlite-errors.ts';
import { join } from 'node:path';

const { folder, reason, now } = workerData as BackupOrder;

function answer(): BackupAnswer {
  try {
    const db = openDatabase(join(folder, 'library.sqlite'), { readonly: true });
    try {
      const { name } = backUp(db, folder, reason, now);
      // The copy is rebuilt and so may be sound where the library is not: an index out of step with its table, say.
      const found = db.pragma('integrity_check', { simple: true });
      return { name, code: found === 'ok' ? null : 'library-damaged', message: String(found) };
    } finally {
      db.close();
    }
  } catch (error) {
    const coded = codedLibraryError(error);
    return {
      name: null,
      code: coded instanceof CodedError ? coded.code : 'internal',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(answer());
