/** A library: one SQLite file, a folder of pictures, and the stores over them. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAccountStore, type AccountStore } from './account-store.ts';
import { openDatabase, type LibraryDatabase } from './database.ts';
import { codedFileError } from './file-errors.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import { lockLibrary } from './library-lock.ts';
import { removeUnfinishedMedia } from './media-files.ts';
import { createMediaStore, type MediaStore } from './media-store.ts';
import { migrate, refuseNewer } from './migrator.ts';
import { createPostStore, type PostStore } from './post-store.ts';
import { createRemotePostStore, type RemotePostStore } from './remote-post-store.ts';
import { createReviewStore, type ReviewStore } from './review-store.ts';
import { createRevisionStore, type RevisionStore } from './revision-store.ts';
import { createSecretStore, type SecretStore } from './secret-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { codedLibraryError } from './sqlite-errors.ts';

export interface Library {
  readonly folder: string;
  readonly db: LibraryDatabase;
  readonly posts: PostStore;
  readonly revisions: RevisionStore;
  readonly media: MediaStore;
  readonly accounts: AccountStore;
  readonly remotePosts: RemotePostStore;
  readonly review: ReviewStore;
  readonly jobs: JobStore;
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  /** Runs `action` in one transaction: all of it is stored, or nothing. */
  transaction<T>(action: () => T): T;
  close(): void;
}

export interface LibraryOptions {
  readonly now?: () => Date;
}

/**
 * Opens the library in `folder`, making it if need be. CodedErrors: `library-in-use`, `library-newer` (untouched),
 * `library-damaged`, `library-read-only`, `disk-full`.
 */
export function openLibrary(folder: string, { now = () => new Date() }: LibraryOptions = {}): Library {
  try {
    mkdirSync(join(folder, 'media'), { recursive: true });
  } catch (error) {
    throw codedFileError(error);
  }
  const unlock = lockLibrary(folder);
  try {
    const file = join(folder, 'library.sqlite');
    if (existsSync(file)) refuseIfNewer(file);
    const db = openDatabase(file);
    try {
      migrate(db, folder, now());
      removeUnfinishedMedia(folder);
      return {
        folder,
        db,
        posts: createPostStore(db, now),
        revisions: createRevisionStore(db, now),
        media: createMediaStore(db, folder, now),
        accounts: createAccountStore(db),
        remotePosts: createRemotePostStore(db),
        review: createReviewStore(db, now),
        jobs: createJobStore(db, now),
        settings: createSettingsStore(db),
        secrets: createSecretStore(folder),
        transaction: (action) => db.transaction(action)(),
        close() {
          db.close();
          unlock();
        },
      };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw codedFileError(codedLibraryError(error));
  }
}

/** Looks before anything is written: opening to write may change a file that a newer program understands better. */
function refuseIfNewer(file: string): void {
  const db = openDatabase(file, { readonly: true });
  try {
    refuseNewer(db);
  } finally {
    db.close();
  }
}
