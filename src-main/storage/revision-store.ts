/** Immutable documents with who, where, when and why. */
import { randomUUID } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { CodedError } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { upgradeDocument } from '#shared/document/upgrade-document.ts';
import { contentHash } from './content-hash.ts';
import { atomic, type LibraryDatabase } from './database.ts';
import { toStoredDocument, type PostRow } from './post-rows.ts';

export type RevisionCause = 'autosave' | 'named' | 'published' | 'pulled' | 'merged' | 'restored';

export interface FreezeRequest {
  readonly postId: string;
  readonly cause: RevisionCause;
  readonly author: string;
  readonly device: string;
}

export interface FrozenRevision {
  readonly revisionId: string;
  readonly contentHash: string;
}

export type RevisionStore = ReturnType<typeof createRevisionStore>;

export function createRevisionStore(db: LibraryDatabase, now: () => Date) {
  const selectPost = db.prepare<[string], PostRow>('SELECT * FROM posts WHERE id = ?');
  const selectNewest = db.prepare<[string], { id: string; seq: number; content_hash: string }>(
    'SELECT id, seq, content_hash FROM revisions WHERE post_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const insert = db.prepare(`
    INSERT INTO revisions (id, post_id, seq, cause, author, device, created_at, content_hash, document)
    VALUES (@id, @postId, @seq, @cause, @author, @device, @createdAt, @hash, @document)`);
  const select = db.prepare<[string], { content_hash: string; document: Buffer }>(
    'SELECT content_hash, document FROM revisions WHERE id = ?',
  );

  return {
    /** Makes a revision of the draft as it is now; the newest one is answered again while nothing has changed. */
    freeze: atomic(db, ({ postId, cause, author, device }: FreezeRequest): FrozenRevision => {
      const post = selectPost.get(postId);
      if (!post) throw new CodedError('post-not-found', 'There is no such post.', { postId });
      const newest = selectNewest.get(postId);
      if (newest?.content_hash === post.content_hash)
        return { revisionId: newest.id, contentHash: post.content_hash };
      const id = randomUUID();
      insert.run({
        id,
        postId,
        seq: (newest?.seq ?? 0) + 1,
        cause,
        author,
        device,
        createdAt: now().toISOString(),
        hash: post.content_hash,
        document: zstdCompressSync(JSON.stringify(toStoredDocument(post))),
      });
      return { revisionId: id, contentHash: post.content_hash };
    }),

    /** The document of a revision; CodedError `library-damaged` when its bytes are not what was stored. */
    document(revisionId: string): PostDocument {
      const row = select.get(revisionId);
      if (!row) throw new CodedError('library-damaged', 'A revision is missing.', { revisionId });
      const stored = decode(row.document, revisionId);
      // Checked as it was stored: an upgrade may change what is hashed.
      if (contentHash(stored) !== row.content_hash) {
        throw new CodedError('library-damaged', 'A revision is damaged.', { revisionId });
      }
      return upgradeDocument(stored);
    },

    contentHash(revisionId: string): string {
      const row = select.get(revisionId);
      if (!row) throw new CodedError('library-damaged', 'A revision is missing.', { revisionId });
      return row.content_hash;
    },
  };
}

function decode(bytes: Buffer, revisionId: string): PostDocument {
  try {
    return JSON.parse(zstdDecompressSync(bytes).toString()) as PostDocument;
  } catch (error) {
    throw new CodedError('library-damaged', 'A revision is damaged.', { revisionId }, { cause: error });
  }
}
