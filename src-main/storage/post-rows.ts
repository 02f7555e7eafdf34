/** How a post's document lies in its row, and comes back from it. */
import { CodedError } from '#shared/contract/errors.ts';
import type { Draft } from '#shared/contract/posts.ts';
import { currentDocumentVersion } from '#shared/document/document-version.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { countWords } from '#shared/document/count-words.ts';
import { plainText } from '#shared/document/text.ts';
import { upgradeDocument } from '#shared/document/upgrade-document.ts';
import { contentHash, fieldsJson } from './content-hash.ts';

/** The columns that hold a document. */
export interface DocumentColumns {
  readonly document_version: number;
  readonly title: string;
  readonly fields: string;
  readonly body: string;
  readonly body_text: string;
  readonly content_hash: string;
  readonly word_count: number;
  readonly featured_asset: string | null;
}

export interface PostRow extends DocumentColumns {
  readonly seq: number;
  readonly id: string;
  readonly version: number;
  readonly status: 'draft' | 'scheduled' | 'published' | 'changed';
  readonly created_at: string;
  readonly updated_at: string;
  readonly trashed_at: string | null;
}

/** `count` counts the words of its text. */
export function toColumns(document: PostDocument, count = countWords): DocumentColumns {
  const body = JSON.stringify(document.body);
  const text = plainText(document.body);
  return {
    document_version: currentDocumentVersion,
    title: document.title,
    fields: fieldsJson(document),
    body,
    body_text: text,
    content_hash: contentHash(document, body),
    word_count: count(text),
    featured_asset: document.featuredImage?.asset ?? null,
  };
}

type StoredColumns = Pick<PostRow, 'document_version' | 'title' | 'fields' | 'body'>;

export function toDocument(row: StoredColumns): PostDocument {
  return upgradeDocument(toStoredDocument(row));
}

/**
 * The document exactly as it was stored, whatever version it has: what the row's content hash is of. CodedError
 * `library-damaged` when it is not what was stored.
 */
export function toStoredDocument(row: StoredColumns): unknown {
  try {
    return {
      ...(JSON.parse(row.fields) as object),
      documentVersion: row.document_version,
      title: row.title,
      body: JSON.parse(row.body) as unknown,
    };
  } catch (error) {
    // SQLite notices a damaged tree of pages, but not damaged words in one of them.
    throw new CodedError('library-damaged', 'A post is damaged.', {}, { cause: error });
  }
}

export function toDraft(row: PostRow): Draft {
  return {
    postId: row.id,
    version: row.version,
    document: toDocument(row),
    savedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}
