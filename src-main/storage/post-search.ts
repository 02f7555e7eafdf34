/** Finds posts by words, best first. */
import type { LibraryDatabase } from './database.ts';
import type { SearchQuery } from './search-query.ts';

export interface Hits {
  /** How many there are; no more are counted than anybody looks through. */
  readonly total: number;
  /** The page asked for, in order. */
  readonly seqs: readonly number[];
}

export interface SearchRequest {
  readonly query: SearchQuery;
  /** A condition on `posts` that hits must meet; null when every hit counts, so that no post has to be looked up. */
  readonly where: { readonly sql: string; readonly values: readonly string[] } | null;
  readonly offset: number;
  readonly limit: number;
}

/** So many posts are more than anybody looks through: a search that finds more shows the newest of them. */
const mostHits = 5_000;

/** Weights: title, body, excerpt, terms. */
const rank = 'bm25(post_search, 12.0, 1.0, 3.0, 6.0)';

export function createPostSearch(db: LibraryDatabase): (request: SearchRequest) => Hits {
  // One statement per shape of question; better-sqlite3 statements are worth keeping.
  const statements = new Map<string, ReturnType<LibraryDatabase['prepare']>>();
  function all<Row>(sql: string, ...values: readonly (string | number)[]): Row[] {
    const statement = statements.get(sql) ?? db.prepare(sql).raw();
    statements.set(sql, statement);
    return statement.all(...values) as Row[];
  }

  return ({ query, where, offset, limit }) => {
    const from = where
      ? `post_search JOIN posts ON posts.seq = post_search.rowid WHERE post_search MATCH ? AND ${where.sql}`
      : 'post_search WHERE post_search MATCH ?';
    const values = [query.match, ...(where?.values ?? [])];
    // Weighed and counted in one go: each costs a look at every hit.
    const weighed = all<[seq: number, score: number]>(
      `SELECT post_search.rowid, ${rank} FROM ${from} LIMIT ${mostHits}`,
      ...values,
    );
    if (weighed.length < mostHits) {
      const ranked = weighed.toSorted((a, b) => a[1] - b[1] || b[0] - a[0]);
      return { total: weighed.length, seqs: ranked.slice(offset, offset + limit).map(([seq]) => seq) };
    }
    // What thousands of posts say is not found by weighing: there the newest come first.
    const newest = all<[seq: number]>(
      `SELECT post_search.rowid FROM ${from} ORDER BY post_search.rowid DESC LIMIT ? OFFSET ?`,
      ...values,
      Math.max(0, Math.min(limit, mostHits - offset)),
      offset,
    );
    return { total: mostHits, seqs: newest.map(([seq]) => seq) };
  };
}
