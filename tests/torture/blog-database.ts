/** What a test blog has in its database, whatever its API would say. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { TestWordPress } from '../servers/wordpress/server.ts';

export interface StoredPost {
  readonly id: number;
  readonly status: string;
  readonly slug: string;
  readonly content: string;
  /** UTC, as WordPress stores it: `2036-01-01 12:00:00`. */
  readonly date: string;
  readonly terms: readonly string[];
}

export interface BlogDatabase {
  /** Every post of this title, those in the trash too. */
  posts(title: string): StoredPost[];
  /** How many uploads there are of the picture with this hash. */
  uploads(hash: string): number;
  /** How many categories and tags have this name. */
  terms(name: string): number;
  close(): void;
}

export function openBlogDatabase({ folder }: TestWordPress): BlogDatabase {
  const db = new Database(join(folder, 'wp-content', 'database', 'wp.sqlite'), { timeout: 10_000 });
  const selectPosts = db.prepare<[string], Omit<StoredPost, 'terms'>>(`
    SELECT ID AS id, post_status AS status, post_name AS slug, post_content AS content, post_date_gmt AS date
    FROM wp_posts WHERE post_type = 'post' AND post_title = ?`);
  const selectTerms = db.prepare<[number], { name: string }>(`
    SELECT t.name FROM wp_term_relationships r JOIN wp_term_taxonomy x ON x.term_taxonomy_id = r.term_taxonomy_id
    JOIN wp_terms t ON t.term_id = x.term_id WHERE r.object_id = ?`);
  const countUploads = db.prepare<[string], { n: number }>(
    "SELECT count(*) AS n FROM wp_posts WHERE post_type = 'attachment' AND guid LIKE '%-' || ? || '%'",
  );
  const countTerms = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM wp_terms WHERE name = ?');
  return {
    posts: (title) =>
      selectPosts
        .all(title)
        .map((post) => ({ ...post, terms: selectTerms.all(post.id).map(({ name }) => name) })),
    uploads: (hash) => countUploads.get(hash.slice(0, 16))?.n ?? 0,
    terms: (name) => countTerms.get(name)?.n ?? 0,
    close: () => void db.close(),
  };
}
