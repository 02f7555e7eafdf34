/**
 * The composition root, free of any host: opens the library, starts the queue, answers the contract.
 */
import { contract, type BrulionHandlers, type Contract } from '#shared/contract/contract.ts';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.ts';
import { handlersBehind } from './dispatch/handlers-behind.ts';
import type { ApplicationParts } from './handlers/application-parts.ts';
import type { HostServices, Log } from './host-services.ts';
import { openDoor } from './library-door.ts';
import type { LibrarySession } from './library-session.ts';
import { codedLibraryError } from './storage/sqlite-errors.ts';

export interface ApplicationOptions {
  readonly libraryFolder: string;
  readonly host: HostServices;
  readonly log: Log;
}

export interface Application {
  readonly dispatcher: Dispatcher<Contract>;
  /** The file behind an asset, for the host to serve; null when the library has none or is closed. */
  mediaFile(hash: string): { readonly path: string; readonly mime: string } | null;
  /** The finished site of a folder blog, for the host to serve; null for other accounts. */
  siteFolder(accountId: string): string | null;
  /** Lets running steps reach the journal, then closes the library. */
  stop(): Promise<void>;
}

/**
 * Opens the library and starts the queue. A library that is damaged, from a newer version or cannot be written leaves
 * the application running, closed but for the way back; CodedError `library-in-use` when another Brulion has it.
 */
export async function startApplication({
  libraryFolder,
  host,
  log,
}: ApplicationOptions): Promise<Application> {
  let dispatcher: Dispatcher<Contract> | null = null;
  const emit: ApplicationParts['emit'] = (name, payload, toClientId) =>
    dispatcher?.emit(name, payload, toClientId);
  const door = openDoor({ libraryFolder, host, log, emit });
  const handlers: BrulionHandlers = {
    ...handlersBehind(contract, 'library', {
      current: () => door.session().handlers,
      coded: codedLibraryError,
    }),
    library: door.handlers,
  };
  dispatcher = createDispatcher(contract, handlers, log);
  const whenOpen = <T>(ask: (session: LibrarySession) => T): T | null =>
    door.isOpen() ? ask(door.session()) : null;
  dispatcher.onClosed((clientId) => void whenOpen((session) => session.windowClosed(clientId)));

  return {
    dispatcher,
    mediaFile: (hash) =>
      whenOpen(({ library }) => {
        const asset = library.media.find(hash);
        return asset ? { path: library.media.path(hash), mime: asset.mime } : null;
      }),
    siteFolder: (accountId) => whenOpen((session) => session.siteFolder(accountId)),
    stop: () => door.close(),
  };
}
