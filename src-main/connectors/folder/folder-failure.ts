/** Failures of the file system, in words and as the queue's ConnectorError. */
import { ConnectorError } from '../connector-error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is gone',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where a file should be',
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk does not answer',
  EBUSY: 'another program holds it',
};

/** The system's code of an error (`ENOENT`, …); empty when it is no failure of the system's. */
export function errorCode(error: unknown): string {
  const isSystemError = error instanceof Error && 'errno' in error && 'code' in error;
  return isSystemError && typeof error.code === 'string' ? error.code : '';
}

/** Why a folder cannot be used, in words. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return reasons[code] ?? (code || String(error));
}

/**
 * A file system failure as ConnectorError `folder-not-writable`; anything else as it is. Every step in a
 * folder can be run again as it stands, so nobody needs to ask first whether it happened.
 */
export function folderFailure(error: unknown, folder: string): unknown {
  if (error instanceof ConnectorError || errorCode(error) === '') return error;
  return new ConnectorError('folder-not-writable', `${folder}: ${reasonOf(error)}`, {
    mayHaveActed: false,
    serverCode: errorCode(error),
    serverMessage: reasonOf(error),
    cause: error,
  });
}
