/** Turns the system's file errors into the coded errors a person can be told. */
import { CodedError } from '#shared/contract/errors.ts';

/** The coded error for a failed write into the library's folder; anything else is answered as it came. */
export function codedFileError(error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CodedError('disk-full', 'The disk is full.', {}, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new CodedError(
      'library-read-only',
      'The library’s folder cannot be written.',
      {},
      { cause: error },
    );
  }
  return error;
}
