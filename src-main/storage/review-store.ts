/** Comments, their replies and verdicts. */
import { randomUUID } from 'node:crypto';
import { CodedError } from '#shared/contract/errors.ts';
import type { ReviewVerdict } from '#shared/contract/history.ts';
import type { Anchor, Comment, Reply, Verdict } from '#shared/contract/review.ts';
import { atomic, type LibraryDatabase } from './database.ts';

interface CommentRow {
  readonly id: string;
  readonly post_id: string;
  readonly revision_id: string;
  readonly anchor: string | null;
  readonly author: string;
  readonly created_at: string;
  readonly text: string;
  readonly suggestion: string | null;
  readonly outcome: Comment['outcome'];
  readonly resolved_at: string | null;
  readonly resolved_by: string | null;
}

interface ReplyRow {
  readonly id: string;
  readonly author: string;
  readonly created_at: string;
  readonly text: string;
}

interface VerdictRow extends Omit<ReplyRow, 'text'> {
  readonly revision_id: string;
  readonly content_hash: string;
  readonly verdict: ReviewVerdict;
  readonly note: string;
}

export interface NewComment {
  readonly postId: string;
  readonly revisionId: string;
  readonly anchor: Anchor | null;
  readonly author: string;
  readonly text: string;
  readonly suggestion: string | null;
}

/** From a review file that came back: it says itself which it is and when it was written. */
export interface ImportedComment extends NewComment {
  readonly id: string;
  readonly createdAt: string;
}

export interface NewVerdict {
  readonly postId: string;
  readonly revisionId: string;
  readonly contentHash: string;
  readonly verdict: ReviewVerdict;
  readonly author: string;
  readonly note: string;
}

export type ReviewStore = ReturnType<typeof createReviewStore>;

export function createReviewStore(db: LibraryDatabase, now: () => Date) {
  const select = db.prepare<[string], CommentRow>('SELECT * FROM comments WHERE id = ?');
  const selectOf = db.prepare<[string], CommentRow>(
    'SELECT * FROM comments WHERE post_id = ? ORDER BY created_at, id',
  );
  const selectReplies = db.prepare<[string], ReplyRow>(
    'SELECT id, author, created_at, text FROM replies WHERE comment_id = ? ORDER BY created_at, rowid',
  );
  const insert = db.prepare(`
    INSERT INTO comments (id, post_id, revision_id, anchor, author, created_at, text, suggestion)
    VALUES (@id, @postId, @revisionId, @anchor, @author, @at, @text, @suggestion)`);
  const insertOnce = db.prepare(`
    INSERT INTO comments (id, post_id, revision_id, anchor, author, created_at, text, suggestion)
    SELECT @id, @postId, @revisionId, @anchor, @author, @at, @text, @suggestion
    WHERE NOT EXISTS (SELECT 1 FROM removed_comments WHERE id = @id) ON CONFLICT (id) DO NOTHING`);
  const insertReply = db.prepare(
    'INSERT INTO replies (id, comment_id, author, created_at, text) VALUES (?, ?, ?, ?, ?)',
  );
  const setResolved = db.prepare(
    'UPDATE comments SET resolved_at = ?, resolved_by = ?, outcome = ? WHERE id = ?',
  );
  const remove = db.prepare('DELETE FROM comments WHERE id = ?');
  const noteRemoved = db.prepare('INSERT INTO removed_comments (id, post_id) VALUES (?, ?)');
  const selectVerdicts = db.prepare<[string], VerdictRow>(
    'SELECT * FROM verdicts WHERE post_id = ? ORDER BY seq DESC',
  );
  const insertVerdict = db.prepare(`
    INSERT INTO verdicts (id, post_id, revision_id, content_hash, verdict, author, note, created_at)
    VALUES (@id, @postId, @revisionId, @contentHash, @verdict, @author, @note, @at)`);

  function comment(id: string): Comment {
    const row = select.get(id);
    if (!row) throw new CodedError('comment-not-found', 'There is no such comment.', { commentId: id });
    return toComment(row);
  }

  function toComment(row: CommentRow): Comment {
    return {
      id: row.id,
      postId: row.post_id,
      revisionId: row.revision_id,
      anchor: row.anchor === null ? null : (JSON.parse(row.anchor) as Anchor),
      author: row.author,
      createdAt: row.created_at,
      text: row.text,
      suggestion: row.suggestion,
      outcome: row.outcome,
      resolvedAt: row.resolved_at,
      resolvedBy: row.resolved_by,
      replies: selectReplies.all(row.id).map(toReply),
    };
  }

  return {
    /** CodedError `comment-not-found`. */
    comment,
    /** Oldest first. */
    comments: (postId: string): Comment[] => selectOf.all(postId).map(toComment),

    add({ anchor, ...rest }: NewComment): Comment {
      const id = randomUUID();
      insert.run({ ...rest, id, anchor: anchor && JSON.stringify(anchor), at: now().toISOString() });
      return comment(id);
    },
    /** Takes a comment over under the id it was given; false when it is there already, or was removed. */
    addImported({ anchor, ...rest }: ImportedComment): boolean {
      return (
        insertOnce.run({ ...rest, anchor: anchor && JSON.stringify(anchor), at: rest.createdAt }).changes ===
        1
      );
    },
    reply(commentId: string, author: string, text: string): Comment {
      comment(commentId);
      insertReply.run(randomUUID(), commentId, author, now().toISOString(), text);
      return comment(commentId);
    },
    /**
     * Opens it again when `by` is null. One that is resolved stays as it is; CodedError `suggestion-outdated` when another
     * outcome is wanted for it, or one where nothing was suggested.
     */
    resolve(commentId: string, by: string | null, outcome: Comment['outcome']): Comment {
      const stored = comment(commentId);
      if (outcome !== null && (stored.resolvedAt !== null || stored.suggestion === null))
        throw new CodedError('suggestion-outdated', 'It is answered already, or suggests nothing.', {
          commentId,
        });
      if (by !== null && stored.resolvedAt !== null) return stored;
      setResolved.run(by === null ? null : now().toISOString(), by, by === null ? null : outcome, commentId);
      return comment(commentId);
    },
    /** Answers the post it was on. */
    remove: atomic(db, (commentId: string): string => {
      const { postId } = comment(commentId);
      remove.run(commentId);
      noteRemoved.run(commentId, postId);
      return postId;
    }),

    /** Newest first. */
    verdicts: (postId: string): Verdict[] => selectVerdicts.all(postId).map(toVerdict),
    decide(verdict: NewVerdict): Verdict {
      const id = randomUUID();
      insertVerdict.run({ ...verdict, id, at: now().toISOString() });
      return toVerdict(selectVerdicts.all(verdict.postId).find((row) => row.id === id) as VerdictRow);
    },
  };
}

function toReply({ id, author, created_at: createdAt, text }: ReplyRow): Reply {
  return { id, author, createdAt, text };
}

function toVerdict(row: VerdictRow): Verdict {
  const { id, verdict, author, note } = row;
  return {
    id,
    revisionId: row.revision_id,
    contentHash: row.content_hash,
    verdict,
    author,
    note,
    createdAt: row.created_at,
  };
}
