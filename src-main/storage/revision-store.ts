/** Immutable documents with who, where, when and why: a post's timeline. */
import { randomUUID } from 'node:crypto';
import { CodedError } from '#shared/contract/errors.ts';
import type { RevisionCause } from '#shared/contract/history.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { atomic, type LibraryDatabase } from './database.ts';
import { toColumns, toStoredDocument, type PostRow } from './post-rows.ts';
import { encodeRevision } from './revision-deltas.ts';
import { createRevisionDocuments } from './revision-documents.ts';
import { createRevisionList } from './revision-list.ts';

export interface FreezeRequest {
  readonly postId: string;
  readonly cause: RevisionCause;
  readonly author: string;
  readonly device: string;
  readonly name?: string;
  readonly note?: string;
  /** Instead of the draft. */
  readonly document?: PostDocument;
}

/** A checkpoint that may go because another of its time stays. */
export interface ThinnedRevision {
  readonly id: string;
  readonly keptId: string;
}

export interface FrozenRevision {
  readonly revisionId: string;
  readonly contentHash: string;
}

export type RevisionStore = ReturnType<typeof createRevisionStore>;

interface NewestRow {
  readonly id: string;
  readonly seq: number;
  readonly cause: RevisionCause;
  readonly name: string;
  readonly content_hash: string;
}

export function createRevisionStore(db: LibraryDatabase, now: () => Date) {
  const documents = createRevisionDocuments(db);
  const list = createRevisionList(db);
  const selectPost = db.prepare<[string], PostRow>('SELECT * FROM posts WHERE id = ?');
  const selectNewest = db.prepare<[string], NewestRow>(
    'SELECT id, seq, cause, name, content_hash FROM revisions WHERE post_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const insert = db.prepare(`
    INSERT INTO revisions (id, post_id, seq, cause, name, note, author, device, created_at, title, word_count, content_hash,
                           base_id, depth, document)
    VALUES (@id, @postId, @seq, @cause, @name, @note, @author, @device, @createdAt, @title, @wordCount, @hash,
            @baseId, @depth, @document)`);
  const setName = db.prepare('UPDATE revisions SET name = ?, note = ? WHERE id = ?');
  const selectHash = db.prepare<[string], { content_hash: string }>(
    'SELECT content_hash FROM revisions WHERE id = ?',
  );
  const remove = db.prepare('DELETE FROM revisions WHERE id = ?');
  const selectSame = db
    .prepare<[string, string], string>(
      'SELECT id FROM revisions WHERE post_id = ? AND content_hash = ? ORDER BY seq DESC',
    )
    .pluck();

  /** The newest revision may stand for the draft when it says the same, serves the same purpose, and can be read. */
  function standsFor(newest: NewestRow, hash: string, { cause, name = '' }: FreezeRequest): boolean {
    if (newest.content_hash !== hash) return false;
    const serves = {
      checkpoint: true,
      // A name that was given already is not taken away.
      named: newest.name === '' || newest.name === name,
      // What may be thinned is not there any more when the file comes back.
      sent: newest.cause !== 'checkpoint' || newest.name !== '',
    };
    const isServed = cause in serves ? serves[cause as keyof typeof serves] : newest.cause === cause;
    return isServed && documents.isReadable(newest.id);
  }

  return {
    ...list,
    document: documents.document,

    /**
     * Makes a revision of the draft as it is now, or of another document. While nothing has changed a checkpoint is
     * skipped, and a name goes to the revision there is: it is answered instead.
     */
    freeze: atomic(db, (request: FreezeRequest): FrozenRevision => {
      const { postId, cause, author, device, name = '', note = '', document } = request;
      const draft = selectPost.get(postId);
      if (!draft) throw new CodedError('post-not-found', 'There is no such post.', { postId });
      const post = document ? toColumns(document) : draft;
      const newest = selectNewest.get(postId);
      if (newest && standsFor(newest, post.content_hash, request)) {
        if (name !== '') setName.run(name, note, newest.id);
        return { revisionId: newest.id, contentHash: post.content_hash };
      }
      const id = randomUUID();
      const bytes = Buffer.from(JSON.stringify(toStoredDocument(post)));
      const stored = encodeRevision(bytes, newest ? documents.baseFor(newest.id) : null);
      insert.run({
        id,
        postId,
        seq: (newest?.seq ?? 0) + 1,
        cause,
        name,
        note,
        author,
        device,
        createdAt: now().toISOString(),
        title: post.title,
        wordCount: post.word_count,
        hash: post.content_hash,
        baseId: stored.depth === 0 ? null : (newest?.id ?? null),
        depth: stored.depth,
        document: stored.bytes,
      });
      documents.remember(id, bytes);
      return { revisionId: id, contentHash: post.content_hash };
    }),

    /** Whether a revision of the post says exactly this, and can be read. */
    has: (postId: string, contentHash: string): boolean =>
      selectSame.all(postId, contentHash).some(documents.isReadable),

    /** Gives a revision another name and note; CodedError `revision-not-found`. */
    rename(revisionId: string, name: string, note: string): void {
      if (setName.run(name, note, revisionId).changes === 0)
        throw new CodedError('revision-not-found', 'There is no such revision.', { revisionId });
    },

    /**
     * Removes a checkpoint in favour of another, and stores anew what was stored as a delta of it; answers false, and
     * leaves it, where somebody named or needs it by now, or where either cannot be read.
     */
    thin: atomic(db, ({ id: revisionId, keptId }: ThinnedRevision): boolean => {
      if (!list.isThinnable(revisionId)) return false;
      if (![revisionId, keptId].every(documents.isReadable)) return false;
      documents.detach(revisionId);
      remove.run(revisionId);
      return true;
    }),

    contentHash(revisionId: string): string {
      const row = selectHash.get(revisionId);
      if (!row) throw new CodedError('revision-not-found', 'A revision is missing.', { revisionId });
      return row.content_hash;
    },
  };
}
