/** Works out a post's status from what its blogs have; runs in the transaction that changed either. */
import type { LibraryDatabase } from './database.ts';

/** SQL for the status of the post in `posts` while its document has this content hash, an SQL expression. */
export function statusWith(contentHash: string): string {
  return `CASE
    WHEN EXISTS (SELECT 1 FROM remote_posts r WHERE r.post_id = posts.id
                 AND r.remote_status IN ('published', 'scheduled') AND r.base_content_hash IS NOT ${contentHash}) THEN 'changed'
    WHEN EXISTS (SELECT 1 FROM remote_posts r WHERE r.post_id = posts.id AND r.remote_status = 'published') THEN 'published'
    WHEN EXISTS (SELECT 1 FROM remote_posts r WHERE r.post_id = posts.id AND r.remote_status = 'scheduled') THEN 'scheduled'
    ELSE 'draft' END`;
}

/** A function that sets `posts.status` anew for one post. */
export function createStatusRefresh(db: LibraryDatabase): (postId: string) => void {
  const refresh = db.prepare(`UPDATE posts SET status = ${statusWith('posts.content_hash')} WHERE id = ?`);
  return (postId) => void refresh.run(postId);
}
