/** Scheduled posts of a folder blog have no server that waits for their time: the application does. */
import { changeStatus } from './folder-posts.ts';
import { inFolder } from './open-folder.ts';
import { readStates } from './post-state.ts';
import { settleAll } from './settle-post.ts';

export interface DuePosts {
  /** How many scheduled posts went live now. */
  readonly published: number;
  /** When the next one is due, UTC ISO; null when none is scheduled. */
  readonly nextDue: string | null;
}

/**
 * Puts every scheduled post whose time has come on the site, dated with the time it was scheduled for, and
 * finishes what a crash left half done. ConnectorError `folder-not-writable` when the folder cannot be used.
 */
export async function publishDue(folder: string, now: Date): Promise<DuePosts> {
  return inFolder(folder, async (paths) => {
    const states = await settleAll(paths, await readStates(paths));
    const scheduled = states.filter(({ status, date }) => status === 'scheduled' && date !== null);
    const isDue = ({ date }: (typeof scheduled)[number]) => date !== null && new Date(date) <= now;
    const due = scheduled.filter(isDue);
    for (const post of due) {
      await changeStatus(paths, post, { status: 'published', modified: now.toISOString() });
    }
    const later = scheduled.filter((post) => !isDue(post)).flatMap(({ date }) => date ?? []);
    return { published: due.length, nextDue: later.toSorted()[0] ?? null };
  });
}
