/** Keeps the search index beside the posts, in the same transaction. */
import type { PostDocument } from '#shared/document/post-document.ts';
import type { LibraryDatabase } from './database.ts';
import { foldForSearch } from '#shared/document/folding.ts';

export interface SearchIndex {
  /** Puts a post's present words into the index, in place of its former ones. */
  put(seq: number, document: PostDocument, bodyText: string): void;
  remove(seq: number): void;
  /** Indexes every post anew; for a damaged index. Runs in one transaction. */
  rebuild(): void;
}

type IndexedFields = Pick<PostDocument, 'excerpt' | 'categories' | 'tags'>;

interface IndexedRow {
  readonly seq: number;
  readonly title: string;
  readonly body_text: string;
  readonly fields: string;
}

export function createSearchIndex(db: LibraryDatabase): SearchIndex {
  const insert = db.prepare(
    'INSERT OR REPLACE INTO post_search (rowid, title, body, excerpt, terms) VALUES (?, ?, ?, ?, ?)',
  );
  // In pages: nothing can be written while rows are still being read, and a library may be large.
  const selectSome = db.prepare<[number], IndexedRow>(
    'SELECT seq, title, body_text, fields FROM posts WHERE seq > ? ORDER BY seq LIMIT 500',
  );
  const remove = db.prepare('DELETE FROM post_search WHERE rowid = ?');

  function put(seq: number, title: string, body: string, excerpt: string, terms: readonly string[]): void {
    insert.run(
      seq,
      foldForSearch(title),
      foldForSearch(body),
      foldForSearch(excerpt),
      foldForSearch(terms.join('\n')),
    );
  }

  return {
    put(seq, { title, excerpt, categories, tags }, bodyText) {
      put(seq, title, bodyText, excerpt, [...categories, ...tags]);
    },
    remove(seq) {
      remove.run(seq);
    },
    rebuild: db.transaction(() => {
      db.exec("INSERT INTO post_search (post_search) VALUES ('delete-all')");
      let after = 0;
      for (let rows = selectSome.all(after); rows.length > 0; rows = selectSome.all(after)) {
        for (const { seq, title, body_text, fields } of rows) {
          const { excerpt, categories, tags } = JSON.parse(fields) as IndexedFields;
          put(seq, title, body_text, excerpt, [...categories, ...tags]);
          after = seq;
        }
      }
    }),
  };
}
