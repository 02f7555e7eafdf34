/** A post's timeline as it is shown, and which checkpoints are old enough to go. */
import { CodedError } from '#shared/contract/errors.ts';
import type { Revision, RevisionCause, ReviewVerdict } from '#shared/contract/history.ts';
import type { LibraryDatabase } from './database.ts';

interface RevisionRow {
  readonly id: string;
  readonly post_id: string;
  readonly seq: number;
  readonly cause: RevisionCause;
  readonly name: string;
  readonly note: string;
  readonly author: string;
  readonly device: string;
  readonly created_at: string;
  readonly title: string;
  readonly word_count: number;
  readonly content_hash: string;
  readonly is_damaged: number;
  readonly on_blogs: string;
  readonly publications: string;
  readonly open_comments: number;
  readonly verdict: ReviewVerdict | null;
}

/** A checkpoint nobody named, published, commented on or decided about. */
export interface ThinnableRevision {
  readonly id: string;
  readonly createdAt: string;
}

const columns = `
  id, post_id, seq, cause, name, note, author, device, created_at, title, word_count, content_hash, is_damaged,
  (SELECT json_group_array(account_id) FROM remote_posts
   WHERE base_revision_id = revisions.id AND remote_status IN ('published', 'scheduled')) AS on_blogs,
  (SELECT json_group_array(json_object('accountId', account_id, 'at', at)) FROM
    (SELECT account_id, coalesce(publish_at, ended_at) AS at, max(seq) FROM publish_jobs
     WHERE revision_id = revisions.id AND kind IN ('publish', 'update', 'schedule') AND state <> 'cancelled'
     GROUP BY account_id) WHERE at IS NOT NULL) AS publications,
  (SELECT count(*) FROM comments WHERE revision_id = revisions.id AND resolved_at IS NULL) AS open_comments,
  (SELECT verdict FROM verdicts WHERE revision_id = revisions.id ORDER BY verdicts.seq DESC LIMIT 1) AS verdict`;

/** Nothing depends on it, and nobody said that it is to stay. A damaged one may be asked about, and stands for no other. */
const isThinnable = `cause = 'checkpoint' AND name = '' AND is_damaged = 0
  AND seq < (SELECT max(seq) FROM revisions AS newest WHERE newest.post_id = revisions.post_id)
  AND id NOT IN (SELECT base_revision_id FROM remote_posts WHERE base_revision_id IS NOT NULL)
  AND id NOT IN (SELECT revision_id FROM publish_jobs WHERE revision_id IS NOT NULL)
  AND id NOT IN (SELECT revision_id FROM comments) AND id NOT IN (SELECT revision_id FROM verdicts)`;

export function createRevisionList(db: LibraryDatabase) {
  const selectPage = db.prepare<[string, number, number], RevisionRow>(
    `SELECT ${columns} FROM revisions WHERE post_id = ? ORDER BY seq DESC LIMIT ? OFFSET ?`,
  );
  const count = db.prepare<[string], number>('SELECT count(*) FROM revisions WHERE post_id = ?').pluck();
  const selectOne = db.prepare<[string], RevisionRow>(`SELECT ${columns} FROM revisions WHERE id = ?`);
  const selectThinnable = db.prepare<[string, string], { id: string; created_at: string }>(`
    SELECT id, created_at FROM revisions
    WHERE post_id = ? AND created_at < ? AND ${isThinnable} ORDER BY created_at DESC`);
  const selectWhetherThinnable = db
    .prepare<[string], number>(`SELECT 1 FROM revisions WHERE id = ? AND ${isThinnable}`)
    .pluck();
  const selectPostsWithMany = db
    .prepare<[number], string>('SELECT post_id FROM revisions GROUP BY post_id HAVING count(*) > ?')
    .pluck();

  return {
    /** A page of the timeline, newest first. */
    page(postId: string, offset: number, limit: number): { total: number; items: Revision[] } {
      return { total: count.get(postId) ?? 0, items: selectPage.all(postId, limit, offset).map(toRevision) };
    },
    /** CodedError `revision-not-found`. */
    view(revisionId: string): Revision {
      const row = selectOne.get(revisionId);
      if (!row) throw new CodedError('revision-not-found', 'There is no such revision.', { revisionId });
      return toRevision(row);
    },
    /** Checkpoints made before this moment that nothing depends on, newest first. */
    thinnable: (postId: string, before: Date): ThinnableRevision[] =>
      selectThinnable
        .all(postId, before.toISOString())
        .map(({ id, created_at: createdAt }) => ({ id, createdAt })),
    isThinnable: (revisionId: string): boolean => selectWhetherThinnable.get(revisionId) === 1,
    /** Posts with more revisions than this. */
    postsWithMoreThan: (revisions: number): string[] => selectPostsWithMany.all(revisions),
  };
}

function toRevision(row: RevisionRow): Revision {
  return {
    id: row.id,
    postId: row.post_id,
    seq: row.seq,
    cause: row.cause,
    name: row.name,
    note: row.note,
    author: row.author,
    device: row.device,
    createdAt: row.created_at,
    title: row.title,
    wordCount: row.word_count,
    contentHash: row.content_hash,
    isDamaged: row.is_damaged === 1,
    openComments: row.open_comments,
    verdict: row.verdict,
    onBlogs: JSON.parse(row.on_blogs) as string[],
    publications: JSON.parse(row.publications) as Revision['publications'],
  };
}
