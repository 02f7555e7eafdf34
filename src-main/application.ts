/**
 * The composition root, free of any host: opens the library, starts the queue, answers the contract.
 */
import { hostname } from 'node:os';
import { contract, type BrulionHandlers, type Contract } from '#shared/contract/contract.ts';
import { createBlogAccounts } from './accounts/blog-accounts.ts';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.ts';
import { createSignal } from './dispatch/signal.ts';
import { createDraftHolders } from './drafts/draft-holders.ts';
import { accountHandlers } from './handlers/account-handlers.ts';
import { appHandlers, settingsHandlers } from './handlers/app-handlers.ts';
import type { ApplicationParts } from './handlers/application-parts.ts';
import { draftHandlers } from './handlers/draft-handlers.ts';
import { mediaHandlers } from './handlers/media-handlers.ts';
import { postHandlers } from './handlers/post-handlers.ts';
import { publishingHandlers } from './handlers/publishing-handlers.ts';
import type { HostServices, Log } from './host-services.ts';
import { createPublishQueue } from './publishing/queue.ts';
import { createScheduledPosts } from './publishing/scheduled-posts.ts';
import { openLibrary } from './storage/library.ts';

export interface ApplicationOptions {
  readonly libraryFolder: string;
  readonly host: HostServices;
  readonly log: Log;
}

export interface Application {
  readonly dispatcher: Dispatcher<Contract>;
  /** The file behind an asset, for the host to serve; null when the library has none. */
  mediaFile(hash: string): { readonly path: string; readonly mime: string } | null;
  /** The finished site of a folder blog, for the host to serve; null for other accounts. */
  siteFolder(accountId: string): string | null;
  /** Lets running steps reach the journal, then closes the library. */
  stop(): Promise<void>;
}

/** Opens the library (CodedError when it cannot) and starts the queue. */
export async function startApplication({
  libraryFolder,
  host,
  log,
}: ApplicationOptions): Promise<Application> {
  const library = openLibrary(libraryFolder, { log });
  const jobsChanged = createSignal();
  const holders = createDraftHolders();
  const accounts = createBlogAccounts(library);
  let dispatcher: Dispatcher<Contract>;
  const emit: ApplicationParts['emit'] = (name, payload, toClientId) =>
    dispatcher.emit(name, payload, toClientId);

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

  const parts: ApplicationParts = { library, queue, holders, accounts, host, log, jobsChanged, emit };
  const handlers: BrulionHandlers = {
    app: appHandlers(parts),
    settings: settingsHandlers(parts),
    posts: postHandlers(parts),
    drafts: draftHandlers(parts),
    media: mediaHandlers(parts),
    accounts: accountHandlers(parts),
    publishing: publishingHandlers(parts),
  };
  dispatcher = createDispatcher(contract, handlers, log);
  dispatcher.onClosed((clientId) => {
    for (const postId of holders.releaseAll(clientId)) emit('drafts.held', { postId, holder: 'nobody' });
  });
  queue.start();
  void scheduled.look();
  library.backUpDaily();

  return {
    dispatcher,
    mediaFile(hash) {
      const asset = library.media.find(hash);
      return asset ? { path: library.media.path(hash), mime: asset.mime } : null;
    },
    siteFolder: (accountId) => accounts.siteFolder(accountId),
    async stop() {
      await Promise.all([queue.stop(), scheduled.stop()]);
      library.close();
    },
  };
}
