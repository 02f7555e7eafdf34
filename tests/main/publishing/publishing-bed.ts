/** A real library with a queue over it, in a temporary folder, for tests of publishing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBlogAccounts, type BlogAccounts } from '#main/accounts/blog-accounts.ts';
import type { Connector } from '#main/connectors/connector.ts';
import { createPublishQueue, type PublishQueue } from '#main/publishing/queue.ts';
import { openLibrary, type Library } from '#main/storage/library.ts';
import type { JobState, JobView } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { markdownToBody } from '#shared/document/markdown.ts';
import { emptyDocument } from '#shared/document/serialized.ts';

export interface PublishingBed {
  readonly folder: string;
  readonly library: Library;
  readonly accounts: BlogAccounts;
  readonly queue: PublishQueue;
  /** Resolves with the job once it is in one of these states. */
  reaches(jobId: string, ...states: JobState[]): Promise<JobView>;
  /** A waiting job's time comes now; it keeps count of its tries, which a person's “try again” would not. */
  passWait(jobId: string): void;
  /** A post of the library, by its title and Markdown. */
  write(title: string, markdown: string, fields?: Partial<PostDocument>): string;
  /** As quitting and starting the application on the same library. */
  restart(): Promise<void>;
  /** The application is quit, another process may have the library, and it is started again. */
  whileQuit<T>(action: () => Promise<T>): Promise<T>;
  dispose(): Promise<void>;
}

export interface BedOptions {
  readonly random?: () => number;
  /** The wall clock. */
  readonly now?: () => Date;
  /** Where the library is to be, and stays; a temporary folder when left out. */
  readonly libraryFolder?: string;
  /** What stands between the queue and each connector. */
  readonly between?: (connector: Connector) => Connector;
}

export async function createPublishingBed({
  random = () => 0,
  now = () => new Date(),
  libraryFolder,
  between = (connector) => connector,
}: BedOptions = {}): Promise<PublishingBed> {
  const folder = libraryFolder ?? (await mkdtemp(join(tmpdir(), 'brulion-publishing-')));
  const listeners = new Set<() => void>();
  let parts = open();

  function open() {
    const library = openLibrary(folder);
    const accounts = createBlogAccounts(library);
    const queue = createPublishQueue({
      library,
      connectorFor: async (accountId) => between(await accounts.connectorFor(accountId)),
      isSignedIn: accounts.isSignedIn,
      author: () => 'Ala',
      device: 'test',
      log: () => {},
      random,
      now,
      onChange() {
        for (const listener of listeners) listener();
      },
    });
    queue.start();
    return { library, accounts, queue };
  }

  async function close(): Promise<void> {
    await parts.queue.stop();
    parts.library.close();
  }

  return {
    folder,
    get library() {
      return parts.library;
    },
    get accounts() {
      return parts.accounts;
    },
    get queue() {
      return parts.queue;
    },
    reaches(jobId, ...states) {
      return new Promise((resolve) => {
        const look = () => {
          const job = parts.queue.jobs(500).find(({ id }) => id === jobId);
          if (!job || !states.includes(job.state)) return;
          listeners.delete(look);
          resolve(job);
        };
        listeners.add(look);
        look();
      });
    },
    passWait(jobId) {
      const { library, queue } = parts;
      library.jobs.change(jobId, { nextTryAt: new Date(0).toISOString() });
      // It makes the queue look; no job waits for the password of an account that is not.
      queue.wake('signed-in', '');
    },
    write(title, markdown, fields = {}) {
      const document = { ...emptyDocument('pl'), title, body: markdownToBody(markdown), ...fields };
      return parts.library.posts.create(document).postId;
    },
    async restart() {
      await close();
      parts = open();
    },
    async whileQuit(action) {
      await close();
      try {
        return await action();
      } finally {
        parts = open();
      }
    },
    async dispose() {
      await close();
      if (libraryFolder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
