/** Turns SQLite's result codes into the coded errors a person can be told. */
import { CodedError } from '#shared/contract/errors.ts';

interface SqliteFailure extends Error {
  readonly code: string;
}

function isSqliteFailure(error: unknown): error is SqliteFailure {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_')
  );
}

/**
 * Writes that the system refused while the file was open: its disk turned read-only or was unplugged, or a quota is
 * used up. SQLite keeps the system's own reason to itself.
 */
const failedWrites: ReadonlySet<string> = new Set([
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_DIR_FSYNC',
  'SQLITE_IOERR_TRUNCATE',
  'SQLITE_IOERR_DELETE',
  'SQLITE_IOERR_SHMOPEN',
]);

/** The coded error for a failure of the library's file; anything else is answered as it came. */
export function codedLibraryError(error: unknown): unknown {
  if (!isSqliteFailure(error)) return error;
  const options = { cause: error };
  if (error.code === 'SQLITE_FULL' || error.code === 'SQLITE_IOERR_SHMSIZE')
    return new CodedError('disk-full', 'The disk is full.', {}, options);
  if (
    error.code.startsWith('SQLITE_READONLY') ||
    error.code.startsWith('SQLITE_CANTOPEN') ||
    error.code === 'SQLITE_PERM' ||
    failedWrites.has(error.code)
  ) {
    return new CodedError('library-read-only', 'The library cannot be written.', {}, options);
  }
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') {
    return new CodedError('library-damaged', 'The library file is damaged.', {}, options);
  }
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) {
    return new CodedError('library-in-use', 'Another Brulion is using this library.', {}, options);
  }
  return error;
}

/** Runs `action`; failures of the library's file come out coded. */
export function withCodedErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw codedLibraryError(error);
  }
}
