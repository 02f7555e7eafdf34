/** Where each post stands on each blog, and the base both sides agreed on. */
import type { RemotePostView } from '#shared/contract/posts.ts';
import type { Receipt } from '#shared/contract/publishing.ts';
import type { LibraryDatabase } from './database.ts';

export type RemoteStanding = 'draft' | 'scheduled' | 'published' | 'unpublished';

/** The fields of a remote post by which a change made on the blog is noticed. */
export interface RemoteBase {
  readonly status: 'draft' | 'scheduled' | 'published';
  readonly slug: string;
  readonly title: string;
  readonly content: string;
  readonly excerpt: string;
  readonly categoryIds: readonly string[];
  readonly tagIds: readonly string[];
  readonly featuredMediaId: string | null;
}

export interface StoredRemotePost {
  readonly postId: string;
  readonly accountId: string;
  readonly remoteId: string;
  readonly standing: RemoteStanding;
  readonly permalink: string | null;
  readonly openUrl: string | null;
  /** When it went, or goes, live; UTC ISO. */
  readonly publishedAt: string | null;
  /** The revision the blog has; null for a post that was only reserved. */
  readonly revisionId: string | null;
  readonly contentHash: string | null;
  readonly base: RemoteBase | null;
}

interface Row {
  readonly post_id: string;
  readonly account_id: string;
  readonly remote_id: string;
  readonly remote_status: RemoteStanding;
  readonly permalink: string | null;
  readonly open_url: string | null;
  readonly published_at: string | null;
  readonly base_revision_id: string | null;
  readonly base_content_hash: string | null;
  readonly base_remote: string | null;
}

export type RemotePostStore = ReturnType<typeof createRemotePostStore>;

export function createRemotePostStore(db: LibraryDatabase) {
  const select = db.prepare<[string, string], Row>(
    'SELECT * FROM remote_posts WHERE post_id = ? AND account_id = ?',
  );
  const put = db.prepare(`
    INSERT INTO remote_posts (post_id, account_id, remote_id, remote_status, permalink, open_url, published_at,
                              base_revision_id, base_content_hash, base_remote)
    VALUES (@postId, @accountId, @remoteId, @standing, @permalink, @openUrl, @publishedAt, @revisionId, @contentHash, @base)
    ON CONFLICT (post_id, account_id) DO UPDATE SET remote_id = excluded.remote_id, remote_status = excluded.remote_status,
      permalink = excluded.permalink, open_url = excluded.open_url, published_at = excluded.published_at,
      base_revision_id = excluded.base_revision_id, base_content_hash = excluded.base_content_hash, base_remote = excluded.base_remote`);
  const setReceipt = db.prepare('UPDATE remote_posts SET receipt = ? WHERE post_id = ? AND account_id = ?');
  const remove = db.prepare('DELETE FROM remote_posts WHERE post_id = ? AND account_id = ?');
  const selectDue = db.prepare<[string], Row>(
    "SELECT * FROM remote_posts WHERE remote_status = 'scheduled' AND published_at <= ? ORDER BY published_at",
  );
  const selectNextDue = db.prepare<[], { at: string | null }>(
    "SELECT min(published_at) AS at FROM remote_posts WHERE remote_status = 'scheduled'",
  );
  const selectViews = db.prepare<[string], Row & { account_name: string; content_hash: string }>(`
    SELECT r.*, a.name AS account_name, p.content_hash FROM remote_posts r
    JOIN accounts a ON a.id = r.account_id JOIN posts p ON p.id = r.post_id WHERE r.post_id = ? ORDER BY a.created_at`);

  const selectLastPublished = db
    .prepare<[string], string>(
      `SELECT base_revision_id FROM remote_posts
       WHERE post_id = ? AND remote_status = 'published' AND base_revision_id IS NOT NULL
       ORDER BY published_at DESC LIMIT 1`,
    )
    .pluck();

  return {
    /** The revision readers of a blog see now, of the blog where it went live last; null when it is on none. */
    lastPublishedRevision: (postId: string): string | null => selectLastPublished.get(postId) ?? null,
    get(postId: string, accountId: string): StoredRemotePost | null {
      const row = select.get(postId, accountId);
      return row ? toStored(row) : null;
    },
    put(post: StoredRemotePost): void {
      put.run({ ...post, base: post.base && JSON.stringify(post.base) });
    },
    setReceipt(postId: string, accountId: string, receipt: Receipt): void {
      setReceipt.run(JSON.stringify(receipt), postId, accountId);
    },
    /** Forgets that the post is on that blog: it was deleted there. */
    remove(postId: string, accountId: string): void {
      remove.run(postId, accountId);
    },
    /** Scheduled posts whose time has come, by what we know. */
    due: (at: Date): StoredRemotePost[] => selectDue.all(at.toISOString()).map(toStored),
    /** When the next scheduled post goes live, UTC ISO. */
    nextDue: (): string | null => selectNextDue.get()?.at ?? null,
    views(postId: string): RemotePostView[] {
      return selectViews.all(postId).map((row) => ({
        accountId: row.account_id,
        accountName: row.account_name,
        remoteStatus: row.remote_status,
        permalink: row.permalink,
        openUrl: row.open_url,
        publishedAt: row.published_at,
        revisionId: row.base_revision_id,
        changed: row.base_content_hash !== row.content_hash,
      }));
    },
  };
}

function toStored(row: Row): StoredRemotePost {
  return {
    postId: row.post_id,
    accountId: row.account_id,
    remoteId: row.remote_id,
    standing: row.remote_status,
    permalink: row.permalink,
    openUrl: row.open_url,
    publishedAt: row.published_at,
    revisionId: row.base_revision_id,
    contentHash: row.base_content_hash,
    base: row.base_remote === null ? null : (JSON.parse(row.base_remote) as RemoteBase),
  };
}
