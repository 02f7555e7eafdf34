/** Keeps the search index beside the posts, in the same transaction. */
import type { PostDocument } from '#shared/document/post-document.ts';
import type { LibraryDatabase } from './database.ts';
import { foldForSearch } from '#shared/document/folding.ts';

export interface SearchIndex {
  /** Notes that a post's words have changed; they are indexed by the next `catchUp`, also after a crash. */
  later(seq: number): void;
  /** Indexes what was noted, so that a search finds every word that is stored. */
  catchUp(): void;
  /** Puts the words of a post into the index that is not in it yet. */
  add(seq: number, document: PostDocument, bodyText: string): void;
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
    'INSERT INTO post_search (rowid, title, body, excerpt, terms) VALUES (?, ?, ?, ?, ?)',
  );
  const replace = db.prepare(
    'INSERT OR REPLACE INTO post_search (rowid, title, body, excerpt, terms) VALUES (?, ?, ?, ?, ?)',
  );
  // In pages: nothing can be written while rows are still being read, and a library may be large.
  const selectSome = db.prepare<[number], IndexedRow>(
    'SELECT seq, title, body_text, fields FROM posts WHERE seq > ? ORDER BY seq LIMIT 500',
  );
  const note = db.prepare('INSERT OR IGNORE INTO search_pending (post_seq) VALUES (?)');
  const selectPending = db.prepare<[], IndexedRow>(
    'SELECT seq, title, body_text, fields FROM search_pending JOIN posts ON seq = post_seq LIMIT 1',
  );
  const forgetPending = db.prepare('DELETE FROM search_pending');
  const forgetOne = db.prepare('DELETE FROM search_pending WHERE post_seq = ?');
  const remove = db.prepare('DELETE FROM post_search WHERE rowid = ?');

  function foldRow({ seq, title, body_text, fields }: IndexedRow): FoldedRow {
    const { excerpt, categories, tags } = readFields(fields);
    return fold(seq, title, body_text, excerpt, [...categories, ...tags]);
  }

  const indexPending = db.transaction(() => {
    for (let row = selectPending.get(); row !== undefined; row = selectPending.get()) {
      replace.run(...foldRow(row));
      forgetOne.run(row.seq);
    }
  });

  return {
    add(seq, { title, excerpt, categories, tags }, bodyText) {
      insert.run(...fold(seq, title, bodyText, excerpt, [...categories, ...tags]));
    },
    later(seq) {
      note.run(seq);
    },
    catchUp() {
      if (selectPending.get() !== undefined) indexPending();
    },
    remove(seq) {
      remove.run(seq);
    },
    rebuild: db.transaction(() => {
      db.exec("INSERT INTO post_search (post_search) VALUES ('delete-all')");
      forgetPending.run();
      let after = 0;
      for (let rows = selectSome.all(after); rows.length > 0; rows = selectSome.all(after)) {
        for (const row of rows) {
          insert.run(...foldRow(row));
          after = row.seq;
        }
      }
    }),
  };
}

/** Of a damaged post what can still be read is found; that it is damaged is said to whoever opens it. */
function readFields(fields: string): IndexedFields {
  try {
    return JSON.parse(fields) as IndexedFields;
  } catch {
    return { excerpt: '', categories: [], tags: [] };
  }
}

/** rowid, title, body, excerpt, terms. */
type FoldedRow = readonly [number, string, string, string, string];

function fold(
  seq: number,
  title: string,
  body: string,
  excerpt: string,
  terms: readonly string[],
): FoldedRow {
  return [
    seq,
    foldForSearch(title),
    foldForSearch(body),
    foldForSearch(excerpt),
    foldForSearch(terms.join('\n')),
  ];
}
