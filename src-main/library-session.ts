/** Everything that lives as long as a library is open: its stores, the queue, the answers. */
import { hostname } from 'node:os';
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { createBlogAccounts } from './accounts/blog-accounts.ts';
import { createSignal } from './dispatch/signal.ts';
import { createDraftHolders } from './drafts/draft-holders.ts';
import { accountHandlers } from './handlers/account-handlers.ts';
import { appHandlers, settingsHandlers } from './handlers/app-handlers.ts';
import type { ApplicationParts } from './handlers/application-parts.ts';
import { historyHandlers } from './handlers/history-handlers.ts';
import { draftHandlers } from './handlers/draft-handlers.ts';
import { mediaHandlers } from './handlers/media-handlers.ts';
import { postHandlers } from './handlers/post-handlers.ts';
import { reviewHandlers } from './handlers/review-handlers.ts';
import { publishingHandlers } from './handlers/publishing-handlers.ts';
import { createCheckpoints } from './history/checkpoints.ts';
import { keepThinning } from './history/thin-revisions.ts';
import type { HostServices, Log } from './host-services.ts';
import { createPublishQueue } from './publishing/queue.ts';
import { createScheduledPosts } from './publishing/scheduled-posts.ts';
import { scheduleBackups, type BackupSchedule } from './storage/backup-schedule.ts';
import { openLibrary, type Library } from './storage/library.ts';

/** What the open library answers; the group `library` is answered whether one is open or not. */
export type SessionHandlers = Omit<BrulionHandlers, 'library'>;

export interface LibrarySession {
  readonly library: Library;
  readonly handlers: SessionHandlers;
  readonly backups: BackupSchedule;
  siteFolder(accountId: string): string | null;
  /** A window is gone. */
  windowClosed(clientId: string): void;
  /** Lets running steps reach the journal, then closes the library. */
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly libraryFolder: string;
  readonly host: HostServices;
  readonly log: Log;
  readonly emit: ApplicationParts['emit'];
}

/** Opens the library (CodedError when it cannot) and starts the queue. */
export function openSession({ libraryFolder, host, log, emit }: SessionOptions): LibrarySession {
  const library = openLibrary(libraryFolder);
  const jobsChanged = createSignal();
  const holders = createDraftHolders();
  const accounts = createBlogAccounts(library);

  const queue = createPublishQueue({
    library,
    connectorFor: accounts.connectorFor,
    isSignedIn: accounts.isSignedIn,
    author: () => library.settings.get().authorName,
    device: hostname(),
    log,
    onChange({ postIds }) {
      jobsChanged.fire();
      emit('posts.changed', { postIds });
      void scheduled.look();
    },
  });
  const scheduled = createScheduledPosts({
    library,
    connectorFor: accounts.connectorFor,
    log,
    onLive: (postIds) => emit('posts.changed', { postIds: [...postIds] }),
  });
  const backups = scheduleBackups({
    folder: libraryFolder,
    log,
    onFailure: (code) => emit('library.backupFailed', { code }),
  });

  const device = hostname();
  const checkpoints = createCheckpoints({
    library,
    author: () => library.settings.get().authorName,
    device,
    log,
    onMade: (postId) => emit('history.changed', { postId }),
  });
  const stopThinning = keepThinning(library, log);

  const parts: ApplicationParts = {
    library,
    queue,
    holders,
    accounts,
    checkpoints,
    device,
    host,
    log,
    jobsChanged,
    emit,
  };
  queue.start();
  void scheduled.look();

  return {
    library,
    backups,
    handlers: {
      app: appHandlers(parts),
      settings: settingsHandlers(parts),
      posts: postHandlers(parts),
      drafts: draftHandlers(parts),
      history: historyHandlers(parts),
      review: reviewHandlers(parts),
      media: mediaHandlers(parts),
      accounts: accountHandlers(parts),
      publishing: publishingHandlers(parts),
    },
    siteFolder: (accountId) => accounts.siteFolder(accountId),
    windowClosed(clientId) {
      for (const postId of holders.releaseAll(clientId)) {
        checkpoints.left(postId);
        emit('drafts.held', { postId, holder: 'nobody' });
      }
    },
    async close() {
      stopThinning();
      await Promise.all([queue.stop(), scheduled.stop(), backups.stop()]);
      checkpoints.stop();
      library.close();
    },
  };
}
