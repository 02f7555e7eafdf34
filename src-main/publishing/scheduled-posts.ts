/**
 * Notices when a scheduled post goes live. A folder blog has no server that waits for the time, so here it is made
 * live too; any other blog is asked what became of it.
 */
import type { Connector } from '../connectors/connector.ts';
import { ConnectorError } from '../connectors/connector-error.ts';
import { publishDue } from '../connectors/registry.ts';
import type { Log } from '../host-services.ts';
import type { Library } from '../storage/library.ts';
import type { StoredRemotePost } from '../storage/remote-post-store.ts';
import { baseOf } from './remote-comparison.ts';

/** The machine may sleep and clocks may be set: looking now and then costs nothing. */
const longestSleepMs = 5 * 60_000;
/** A blog's own clock may be a little behind, or it may not be reachable just now. */
const askAgainMs = 30_000;
const readTimeoutMs = 20_000;

export interface ScheduledPostsParts {
  readonly library: Library;
  readonly connectorFor: (accountId: string) => Promise<Connector>;
  readonly log: Log;
  /** These posts went live. */
  readonly onLive: (postIds: readonly string[]) => void;
  readonly now?: () => Date;
}

export interface ScheduledPosts {
  /** Looks now, and from then on whenever a post is due; also to be called when the times may have changed. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export function createScheduledPosts(parts: ScheduledPostsParts): ScheduledPosts {
  const { library, log, now = () => new Date() } = parts;
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let wanted = false;

  function sleep(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  }

  /** One look at a time; what is asked for meanwhile is one more look after it. */
  function look(): Promise<void> {
    if (abort.signal.aborted) return Promise.resolve();
    wanted = true;
    looking ??= lookWhileWanted().finally(() => {
      looking = null;
      if (!abort.signal.aborted) sleep(untilNext());
    });
    return looking;
  }

  async function lookWhileWanted(): Promise<void> {
    while (wanted && !abort.signal.aborted) {
      wanted = false;
      await once().catch((error: unknown) =>
        log('error', 'Scheduled posts could not be looked after', error),
      );
    }
  }

  async function once(): Promise<void> {
    await publishInFolders();
    const live: string[] = [];
    for (const due of library.remotePosts.due(now())) {
      // One post that cannot be looked after must not keep the others from it.
      const isLive = await wentLive(due).catch((error: unknown) => {
        log('error', `Scheduled post ${due.postId} could not be looked after`, error);
        return false;
      });
      if (isLive) live.push(due.postId);
    }
    if (live.length > 0) parts.onLive(live);
  }

  async function publishInFolders(): Promise<void> {
    const due = new Set(library.remotePosts.due(now()).map(({ accountId }) => accountId));
    for (const { id, kind, address } of library.accounts.list()) {
      if (kind !== 'folder' || !due.has(id)) continue;
      await publishDue(address, now()).catch((error: unknown) => {
        if (!(error instanceof ConnectorError)) throw error;
        log('warn', 'A scheduled post could not be put into its folder yet', error);
      });
    }
  }

  /** Asks the blog; puts on record that the post is live when it is. */
  async function wentLive(due: StoredRemotePost): Promise<boolean> {
    const { postId, accountId, remoteId } = due;
    try {
      const connector = await parts.connectorFor(accountId);
      const post = await connector.read(
        remoteId,
        AbortSignal.any([abort.signal, AbortSignal.timeout(readTimeoutMs)]),
      );
      if (post?.status !== 'published') return false;
      return library.transaction(() => {
        // A job may have changed the post while the blog was asked.
        const stored = library.remotePosts.get(postId, accountId);
        if (stored?.standing !== 'scheduled' || stored.remoteId !== remoteId) return false;
        const { permalink, openUrl, date } = post;
        // What was agreed stays what was agreed, but for the state that time has changed.
        const base = stored.base && { ...stored.base, status: baseOf(post).status };
        library.remotePosts.put({
          ...stored,
          standing: 'published',
          permalink,
          openUrl,
          publishedAt: date,
          base,
        });
        library.posts.refreshStatus(postId);
        return true;
      });
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      return false;
    }
  }

  function nextDue(): string | null {
    try {
      return library.remotePosts.nextDue();
    } catch (error) {
      log('error', 'Scheduled posts could not be looked up', error);
      return null;
    }
  }

  function untilNext(): number {
    const next = nextDue();
    if (next === null) return longestSleepMs;
    const wait = new Date(next).getTime() - now().getTime();
    return wait <= 0 ? askAgainMs : Math.min(wait + 500, longestSleepMs);
  }

  return {
    look,
    async stop() {
      abort.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}
