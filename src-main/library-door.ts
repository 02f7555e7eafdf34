/**
 * Opens the library, says why it stays closed, and opens it anew after a restore. What a person can still do while
 * it is closed is answered here.
 */
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import type { LibraryState } from '#shared/contract/library.ts';
import { openSession, type LibrarySession, type SessionOptions } from './library-session.ts';
import { describeBackups } from './storage/backups.ts';
import { completeRestore, prepareRestore } from './storage/restore-backup.ts';

export interface LibraryDoor {
  isOpen(): boolean;
  /** The open library; throws the CodedError that says why there is none. */
  session(): LibrarySession;
  readonly handlers: BrulionHandlers['library'];
  close(): Promise<void>;
}

/** Why a library may stay closed while the application runs; anything else is for the host to fail with. */
const tolerated: readonly ErrorCode[] = [
  'library-damaged',
  'library-newer',
  'library-read-only',
  'disk-full',
];

/** Throws what cannot be mended from inside: `library-in-use`, and faults of ours. */
export function openDoor(options: SessionOptions): LibraryDoor {
  const { libraryFolder: folder, log, emit } = options;
  let open: LibrarySession | null = null;
  let reason = new CodedError('library-closed', 'The library is not open yet.');
  /** One change at a time: two restores must not meet. */
  let changing: Promise<unknown> = Promise.resolve();

  function tryToOpen(): void {
    try {
      open = openSession(options);
    } catch (error) {
      if (!(error instanceof CodedError) || !tolerated.includes(error.code)) throw error;
      log('error', 'The library cannot be opened', error);
      reason = error;
    }
  }

  function state(): LibraryState {
    return open ? { state: 'open', folder } : { state: 'closed', folder, code: reason.code };
  }

  async function closeNow(): Promise<void> {
    const session = open;
    reason = new CodedError('library-closed', 'The library is being opened anew.');
    open = null;
    await session?.close();
  }

  async function restore(name: string): Promise<null> {
    prepareRestore(folder, name);
    await closeNow();
    try {
      const { previous, keptAside } = completeRestore(folder, new Date());
      log('info', `Restored ${name}; what was there is ${previous ?? keptAside ?? 'nothing'}`);
    } finally {
      // Also when it failed: then it is the library that was there, as it was.
      tryToOpen();
      emit('library.reopened', {});
    }
    return null;
  }

  function oneAtATime<T>(change: () => Promise<T>): Promise<T> {
    const done = changing.then(change);
    changing = done.catch(() => undefined);
    return done;
  }

  tryToOpen();
  function session(): LibrarySession {
    if (!open) throw new CodedError(reason.code, reason.message, reason.details);
    return open;
  }

  return {
    isOpen: () => open !== null,
    session,
    handlers: {
      state,
      backups: () => ({ backups: describeBackups(folder), failure: open?.backups.failure() ?? null }),
      async backUp() {
        const { name, code, message } = await session().backups.backUp('request');
        if (!name) throw new CodedError(code ?? 'internal', message);
        return null;
      },
      restore: ({ name }) => oneAtATime(() => restore(name)),
      openAgain: () =>
        oneAtATime(async () => {
          if (open) return state();
          tryToOpen();
          if (open) emit('library.reopened', {});
          return state();
        }),
    },
    close: () => oneAtATime(closeNow),
  };
}
