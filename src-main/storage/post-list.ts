/** The library pane's questions: pages of posts by filter, order or search, and the counts for the filters. */
import type { z } from 'zod';
import { CodedError } from '#shared/contract/errors.ts';
import {
  postSummarySchema,
  type posts,
  type PostFilters,
  type PostStatus,
  type PostSummary,
} from '#shared/contract/posts.ts';
import type { OpenJobState } from '#shared/contract/publishing.ts';
import type { LibraryDatabase } from './database.ts';
import { markedSnippet, markWords } from './marked-snippet.ts';
import { createPostSearch } from './post-search.ts';
import { hasOnlyBegun, parseSearchQuery, type SearchQuery } from './search-query.ts';

export type ListRequest = z.output<typeof posts.list.input>;
export type PostPage = z.input<typeof posts.list.output>;
export type PostFacets = z.input<typeof posts.facets.output>;

const snippetLength = 160;
/** How much of a text is read to find the hit a snippet shows. */
const snippetSource = 200_000;

interface SummaryRow {
  readonly id: string;
  readonly title: string;
  readonly body_text: string;
  readonly status: PostStatus;
  readonly word_count: number;
  readonly featured_asset: string | null;
  readonly pending_job: OpenJobState | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly trashed_at: string | null;
}

const columns = (textLength: number) => `
  posts.id, posts.title, substr(posts.body_text, 1, ${textLength}) AS body_text, posts.status, posts.word_count,
  posts.featured_asset, posts.created_at, posts.updated_at, posts.trashed_at,
  (SELECT state FROM publish_jobs WHERE post_id = posts.id AND state NOT IN ('succeeded', 'cancelled')
   ORDER BY seq DESC LIMIT 1) AS pending_job`;

const orders = {
  updated: 'posts.updated_at DESC, posts.seq DESC',
  created: 'posts.created_at DESC, posts.seq DESC',
  title: 'posts.title COLLATE NOCASE, posts.seq',
} as const;

export function createPostList(db: LibraryDatabase) {
  const findPosts = createPostSearch(db);
  // One statement per shape of question; better-sqlite3 statements are worth keeping.
  const statements = new Map<string, ReturnType<LibraryDatabase['prepare']>>();
  function prepare(sql: string) {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  function page(request: ListRequest, where: Where): { total: number; rows: SummaryRow[] } {
    const { total } = prepare(`SELECT count(*) AS total FROM posts WHERE ${where.sql}`).get(
      ...where.values,
    ) as { total: number };
    const rows = prepare(
      `SELECT ${columns(400)} FROM posts WHERE ${where.sql} ORDER BY ${orders[request.sort]} LIMIT ? OFFSET ?`,
    ).all(...where.values, request.limit, request.offset) as SummaryRow[];
    return { total, rows };
  }

  function search(
    request: ListRequest,
    where: Where,
    query: SearchQuery,
  ): { total: number; rows: SummaryRow[] } {
    const { offset, limit } = request;
    const { total, seqs } = findPosts({
      query,
      where: isUnfiltered(request.filters) ? null : where,
      offset,
      limit,
    });
    const rows = prepare(
      `SELECT ${columns(snippetSource)} FROM json_each(?) AS hit JOIN posts ON posts.seq = hit.value ORDER BY hit.key`,
    ).all(JSON.stringify(seqs)) as SummaryRow[];
    return { total, rows };
  }

  /** True when every hit counts: there is no filter, and nothing is in the trash. */
  function isUnfiltered(filters: PostFilters): boolean {
    const isNarrowed = Object.entries(filters).some(
      ([name, value]) => name !== 'trashed' && value !== undefined,
    );
    return (
      !filters.trashed &&
      !isNarrowed &&
      prepare('SELECT 1 FROM posts WHERE trashed_at IS NOT NULL').get() === undefined
    );
  }

  return {
    list(request: ListRequest): PostPage {
      const where = whereOf(request.filters);
      const isAsked = request.query.trim() !== '' && !hasOnlyBegun(request.query);
      const query = isAsked ? parseSearchQuery(request.query) : null;
      if (isAsked && !query) return { total: 0, items: [] };
      const { total, rows } = query ? search(request, where, query) : page(request, where);
      return { total, items: rows.map((row) => toSummary(row, query?.words ?? [])) };
    },

    facets(): PostFacets {
      const status: Record<PostStatus, number> = { draft: 0, scheduled: 0, published: 0, changed: 0 };
      const byStatus = prepare(
        'SELECT status, count(*) AS count FROM posts WHERE trashed_at IS NULL GROUP BY status',
      );
      for (const row of byStatus.all() as { status: PostStatus; count: number }[])
        status[row.status] = row.count;
      const { trashed } = prepare(
        'SELECT count(*) AS trashed FROM posts WHERE trashed_at IS NOT NULL',
      ).get() as { trashed: number };
      const terms = (taxonomy: string) =>
        prepare(
          `SELECT name, count(*) AS count FROM post_terms JOIN posts ON posts.seq = post_seq
           WHERE taxonomy = ? AND trashed_at IS NULL GROUP BY name ORDER BY count DESC, name LIMIT 500`,
        ).all(taxonomy) as { name: string; count: number }[];
      const all = Object.values(status).reduce((sum, count) => sum + count, 0);
      return { all, trashed, status, categories: terms('category'), tags: terms('tag') };
    },
  };
}

interface Where {
  readonly sql: string;
  readonly values: readonly string[];
}

function whereOf(filters: PostFilters): Where {
  const conditions: string[] = [
    filters.trashed ? 'posts.trashed_at IS NOT NULL' : 'posts.trashed_at IS NULL',
  ];
  const values: string[] = [];
  const add = (condition: string, ...operands: string[]) => {
    conditions.push(condition);
    values.push(...operands);
  };
  if (filters.status) add('posts.status = ?', filters.status);
  if (filters.accountId)
    add('posts.id IN (SELECT post_id FROM remote_posts WHERE account_id = ?)', filters.accountId);
  const byTerm = 'posts.seq IN (SELECT post_seq FROM post_terms WHERE taxonomy = ? AND name = ?)';
  if (filters.category) add(byTerm, 'category', filters.category);
  if (filters.tag) add(byTerm, 'tag', filters.tag);
  if (filters.updatedFrom) add('posts.updated_at >= ?', filters.updatedFrom);
  if (filters.updatedTo) add('posts.updated_at <= ?', filters.updatedTo);
  return { sql: conditions.join(' AND '), values };
}

/** CodedError `library-damaged` when the row is not one that was ever stored: SQLite does not notice damage within a row. */
function toSummary(row: SummaryRow, words: readonly string[]): PostSummary {
  const summary = postSummarySchema.safeParse({
    id: row.id,
    title: markWords(row.title, words),
    snippet: markedSnippet(row.body_text, words, snippetLength),
    status: row.status,
    wordCount: row.word_count,
    featuredImage: row.featured_asset,
    pendingJob: row.pending_job,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  });
  if (summary.success) return summary.data;
  throw new CodedError('library-damaged', 'A post is damaged.', {}, { cause: summary.error });
}
