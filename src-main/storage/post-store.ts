/** Posts and their drafts. Every change is one transaction: row, terms, search index and status together. */
import { randomUUID } from 'node:crypto';
import type { Draft } from '#shared/contract/posts.ts';
import { CodedError } from '#shared/contract/errors.ts';
import { postDocumentSchema, type PostDocument } from '#shared/document/post-document.ts';
import { createWordCounter } from '#shared/document/word-counter.ts';
import { atomic, type LibraryDatabase } from './database.ts';
import { createPostList, type ListRequest, type PostPage } from './post-list.ts';
import { toColumns, toDocument, toDraft, type PostRow } from './post-rows.ts';
import { createStatusRefresh, statusWith } from './post-status.ts';
import { createSearchIndex } from './search-index.ts';
import { codedLibraryError } from './sqlite-errors.ts';

export interface SaveRequest {
  readonly postId: string;
  /** The version the text grew from. */
  readonly baseVersion: number;
  readonly document: PostDocument;
}

/** What a save needs to know of the post it replaces: never its text, which may be long. */
type PostHead = Pick<PostRow, 'seq' | 'version' | 'content_hash' | 'updated_at'>;

export type PostStore = ReturnType<typeof createPostStore>;

export function createPostStore(db: LibraryDatabase, now: () => Date) {
  const index = createSearchIndex(db);
  const list = createPostList(db);
  const refreshStatus = createStatusRefresh(db);
  const countSaved = createWordCounter();
  const select = db.prepare<[string], PostRow>('SELECT * FROM posts WHERE id = ?');
  const selectHead = db.prepare<[string], PostHead>(
    'SELECT seq, version, content_hash, updated_at FROM posts WHERE id = ?',
  );
  const insert = db.prepare(`
    INSERT INTO posts (id, document_version, title, fields, body, body_text, content_hash, word_count, featured_asset, created_at, updated_at)
    VALUES (@id, @document_version, @title, @fields, @body, @body_text, @content_hash, @word_count, @featured_asset, @at, @at)`);
  // The status with it: another update would write the row, and the text in it, once more.
  const update = db.prepare(`
    UPDATE posts SET version = version + 1, document_version = @document_version, title = @title, fields = @fields, body = @body,
      body_text = @body_text, content_hash = @content_hash, word_count = @word_count, featured_asset = @featured_asset, updated_at = @at,
      status = ${statusWith('@content_hash')}
    WHERE id = @id`);
  const setTrashed = db.prepare('UPDATE posts SET trashed_at = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM posts WHERE id = ?');
  const removeTerms = db.prepare('DELETE FROM post_terms WHERE post_seq = ?');
  const insertTerm = db.prepare(
    'INSERT OR IGNORE INTO post_terms (post_seq, taxonomy, name) VALUES (?, ?, ?)',
  );

  function head(postId: string): PostHead {
    const found = selectHead.get(postId);
    if (!found) throw new CodedError('post-not-found', 'There is no such post.', { postId });
    return found;
  }

  function row(postId: string): PostRow {
    const found = select.get(postId);
    if (!found) throw new CodedError('post-not-found', 'There is no such post.', { postId });
    return found;
  }

  function insertTerms(seq: number, { categories, tags }: PostDocument): void {
    for (const name of categories) insertTerm.run(seq, 'category', name);
    for (const name of tags) insertTerm.run(seq, 'tag', name);
  }

  function insertPost(made: PostDocument): Draft {
    const id = randomUUID();
    // In the order of keys that saves have, so that a first save of the same text is seen to change nothing.
    const document = postDocumentSchema.parse(made);
    const columns = toColumns(document);
    const at = now().toISOString();
    const { lastInsertRowid } = insert.run({ id, at, ...columns });
    const seq = Number(lastInsertRowid);
    insertTerms(seq, document);
    index.add(seq, document, columns.body_text);
    return { postId: id, version: 0, document, savedAt: at, trashedAt: null };
  }

  /** On a full or read-only disk one still searches what was indexed before. */
  function catchUpIfWritable(): void {
    try {
      index.catchUp();
    } catch (error) {
      const coded = codedLibraryError(error);
      if (!(coded instanceof CodedError) || !['disk-full', 'library-read-only'].includes(coded.code))
        throw error;
    }
  }

  return {
    ...list,
    /** A page of posts; a search sees everything that was saved before it, unless the disk is full. */
    list(request: ListRequest): PostPage {
      if (request.query !== '') catchUpIfWritable();
      return list.list(request);
    },
    refreshStatus,
    rebuildSearchIndex: () => index.rebuild(),

    /** A new post with this document as its draft. */
    create: atomic(db, insertPost),

    /** CodedError `post-not-found`. */
    draft: (postId: string): Draft => toDraft(row(postId)),

    find(postId: string): Draft | null {
      const found = select.get(postId);
      return found ? toDraft(found) : null;
    },

    contentHash: (postId: string): string => head(postId).content_hash,

    /**
     * Stores the draft; once it returns the text survives a power cut. An unchanged document answers with the version
     * there is. CodedError `draft-conflict` when the stored version is not the base: nothing was written.
     */
    saveDraft: atomic(
      db,
      ({ postId, baseVersion, document }: SaveRequest): { version: number; savedAt: string } => {
        const stored = head(postId);
        const columns = toColumns(document, countSaved);
        if (columns.content_hash === stored.content_hash)
          return { version: stored.version, savedAt: stored.updated_at };
        if (stored.version !== baseVersion) {
          throw new CodedError('draft-conflict', 'The draft was saved elsewhere meanwhile.', {
            stored: stored.version,
          });
        }
        const savedAt = now().toISOString();
        update.run({ id: postId, at: savedAt, ...columns });
        removeTerms.run(stored.seq);
        insertTerms(stored.seq, document);
        index.later(stored.seq);
        return { version: stored.version + 1, savedAt };
      },
    ),

    /** A copy as a new post, on no blog; its slug is left to be made anew. */
    duplicate: atomic(db, (postId: string): Draft => insertPost({ ...toDocument(row(postId)), slug: '' })),

    trash(postId: string): void {
      row(postId);
      setTrashed.run(now().toISOString(), postId);
    },

    undelete(postId: string): void {
      row(postId);
      setTrashed.run(null, postId);
    },

    /** Removes a trashed post for good; one that is not in the trash is not found there. */
    deleteForever: atomic(db, (postId: string): void => {
      const { seq, trashed_at } = row(postId);
      if (trashed_at === null)
        throw new CodedError('post-not-found', 'The post is not in the trash.', { postId });
      index.remove(seq);
      remove.run(postId);
    }),
  };
}
