/**
 * A process that publishes what is in a library's queue and, when told to, dies (SIGKILL) before or after its n-th
 * write to the journal: `publish-process.ts LIBRARY [before|after N]`. Prints the newest job's state when all is done.
 */
import { createBlogAccounts } from '#main/accounts/blog-accounts.ts';
import { createPublishQueue } from '#main/publishing/queue.ts';
import { openLibrary, type Library } from '#main/storage/library.ts';
import type { JobStore } from '#main/storage/job-store.ts';

const [folder, when, point] = process.argv.slice(2);
if (!folder) throw new Error('Say which library.');

const library = openLibrary(folder);
const accounts = createBlogAccounts(library);
const jobs = when && point ? dyingJournal(library.jobs, when, Number(point)) : library.jobs;
const queue = createPublishQueue({
  library: { ...library, jobs } satisfies Library,
  connectorFor: accounts.connectorFor,
  isSignedIn: accounts.isSignedIn,
  author: () => 'Ala',
  device: 'test',
  log: (_level, message, error) => console.error(message, error),
  random: () => 0,
  onChange: () => setImmediate(finish),
});
let isDone = false;
queue.start();
finish();

function finish(): void {
  if (isDone) return;
  const [newest] = queue.jobs(1);
  if (newest && newest.state !== 'succeeded' && newest.state !== 'needs-attention') return;
  isDone = true;
  console.log(newest?.state ?? 'nothing');
  // Other listeners of the same change come first.
  setImmediate(() => process.exit(0));
}

/** The journal, which takes the process along at its n-th write. */
function dyingJournal(journal: JobStore, moment: string, at: number): JobStore {
  let writes = 0;
  const dying =
    <A extends unknown[], R>(write: (...args: A) => R) =>
    (...args: A): R => {
      const isLast = ++writes === at;
      if (isLast && moment === 'before') process.kill(process.pid, 'SIGKILL');
      const result = write(...args);
      if (isLast) process.kill(process.pid, 'SIGKILL');
      return result;
    };
  return {
    ...journal,
    claim: dying(journal.claim),
    startStep: dying(journal.startStep),
    endStep: dying(journal.endStep),
    change: dying(journal.change),
  };
}
