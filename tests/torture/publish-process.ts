/**
 * A process that publishes what is in a library's queue and, when told to, dies (SIGKILL) before or after its n-th
 * write to the journal. Its argument is an Order as JSON; its last words are a Report as JSON. A job that waits is told
 * to try at once.
 */
import { subscribe } from 'node:diagnostics_channel';
import { createBlogAccounts } from '#main/accounts/blog-accounts.ts';
import { createPublishQueue } from '#main/publishing/queue.ts';
import { openLibrary, type Library } from '#main/storage/library.ts';
import type { JobStore } from '#main/storage/job-store.ts';
import type { JobState } from '#shared/contract/publishing.ts';
import { begin } from './act.ts';
import type { Deed } from './scenes.ts';

export interface Order {
  readonly folder: string;
  /** What to put in the queue first. */
  readonly deed?: { readonly postId: string; readonly accountId: string; readonly deed: Deed };
  readonly kill?: { readonly when: 'before' | 'after'; readonly write: number };
}

export interface Report {
  readonly state: JobState | 'nothing';
  /** Writes to the journal and requests to the blog, in the order they were made. */
  readonly timeline: readonly ('write' | 'request')[];
}

const { folder, deed, kill } = JSON.parse(process.argv[2] ?? '') as Order;
const timeline: ('write' | 'request')[] = [];
subscribe('undici:request:create', () => void timeline.push('request'));

const library = openLibrary(folder);
const accounts = createBlogAccounts(library);
const queue = createPublishQueue({
  library: { ...library, jobs: watchedJournal(library.jobs) } satisfies Library,
  connectorFor: accounts.connectorFor,
  isSignedIn: accounts.isSignedIn,
  author: () => 'Ala',
  device: 'test',
  log: (_level, message, error) => console.error(message, error),
  random: () => 0,
  // Other listeners of the same change come first.
  onChange: () => setImmediate(look),
});
let isDone = false;
if (deed) await begin({ queue }, deed, deed.deed);
queue.start();
look();

function look(): void {
  if (isDone) return;
  const [newest] = queue.jobs(1);
  if (newest?.state === 'waiting') return queue.choose(newest.id, 'try-again');
  if (newest && newest.state !== 'succeeded' && newest.state !== 'needs-attention') return;
  isDone = true;
  const report: Report = { state: newest?.state ?? 'nothing', timeline };
  console.log(JSON.stringify(report));
  setImmediate(() => process.exit(0));
}

/** The journal, which counts its writes and takes the process along at the n-th. */
function watchedJournal(journal: JobStore): JobStore {
  let writes = 0;
  const watched =
    <A extends unknown[], R>(write: (...args: A) => R) =>
    (...args: A): R => {
      const isLast = ++writes === kill?.write;
      timeline.push('write');
      if (isLast && kill?.when === 'before') process.kill(process.pid, 'SIGKILL');
      const result = write(...args);
      if (isLast) process.kill(process.pid, 'SIGKILL');
      return result;
    };
  return {
    ...journal,
    claim: watched(journal.claim),
    startStep: watched(journal.startStep),
    endStep: watched(journal.endStep),
    change: watched(journal.change),
  };
}
