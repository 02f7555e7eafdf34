/** The library at 100,000 posts: filling it, searching it as one types, saving a very long draft. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#main/storage/database.ts';
import { openLibrary } from '#main/storage/library.ts';
import { migrations } from '#main/storage/migrations/index.ts';
import { toColumns } from '#main/storage/post-rows.ts';
import { foldForSearch } from '#shared/document/folding.ts';
import { parseSearchQuery } from '#main/storage/search-query.ts';
import { randomUUID } from 'node:crypto';
import type { PostDocument } from '#shared/document/post-document.ts';
import { paragraphOf } from '../main/connectors/sample-post.ts';
import { createGenerator } from './generate.ts';
import { compare, time } from './measure.ts';
import { report } from './report.ts';

const postCount = 100_000;
const wordsPerPost = 150;

export async function benchLibrary(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-bench-'));
  try {
    await benchBulkInsert(folder);
    await benchSearch(folder);
    await benchSaving(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchBulkInsert(folder: string): Promise<void> {
  const batch = 5_000;
  const library = openLibrary(join(folder, 'ours'));
  const bare = openDatabase(join(folder, 'bare.sqlite'));
  for (const sql of migrations) bare.exec(sql);
  const generator = createGenerator(1);
  const insertPost = bare.prepare(
    'INSERT INTO posts (id, document_version, title, fields, body, body_text, content_hash, word_count, featured_asset, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertSearch = bare.prepare(
    'INSERT INTO post_search (rowid, title, body, excerpt, terms) VALUES (?, ?, ?, ?, ?)',
  );
  const insertTerm = bare.prepare('INSERT INTO post_terms (post_seq, taxonomy, name) VALUES (?, ?, ?)');
  const at = new Date().toISOString();
  let ours = 0;
  let reference = 0;
  for (let done = 0; done < postCount; done += batch) {
    const documents = Array.from({ length: batch }, () => generator.post(wordsPerPost));
    // The bare inserts are given their columns ready-made: what is compared is everything the product does.
    const rows = documents.map((document) => ({ document, columns: toColumns(document) }));
    ours += await time(() =>
      library.transaction(() => documents.forEach((document) => library.posts.create(document))),
    );
    reference += await time(() =>
      bare.transaction(() => {
        for (const { document, columns: c } of rows) {
          const { lastInsertRowid: seq } = insertPost.run(
            randomUUID(),
            c.document_version,
            c.title,
            c.fields,
            c.body,
            c.body_text,
            c.content_hash,
            c.word_count,
            null,
            at,
            at,
          );
          const terms = [...document.categories, ...document.tags].join('\n');
          insertSearch.run(
            seq,
            foldForSearch(c.title),
            foldForSearch(c.body_text),
            foldForSearch(document.excerpt),
            foldForSearch(terms),
          );
          for (const name of document.categories) insertTerm.run(seq, 'category', name);
          for (const name of document.tags) insertTerm.run(seq, 'tag', name);
        }
      })(),
    );
  }
  report('bulk insert', ours, reference, { posts: postCount });
  library.close();
  bare.close();
}

async function benchSearch(folder: string): Promise<void> {
  const library = openLibrary(join(folder, 'ours'));
  const generator = createGenerator(2);
  // Every prefix from the third letter on, as the list is asked while somebody types two words.
  const typed = Array.from({ length: 30 }, () => generator.words(2)).flatMap((phrase) =>
    Array.from({ length: Math.max(0, phrase.length - 2) }, (_letter, at) => phrase.slice(0, at + 3)),
  );
  const bare = library.db.prepare(
    'SELECT rowid FROM post_search WHERE post_search MATCH ? ORDER BY bm25(post_search, 12.0, 1.0, 3.0, 6.0) LIMIT 100',
  );
  const query = (turn: number) => typed[(turn + typed.length) % typed.length] as string;
  const { oursP95, referenceP95, ours, reference } = await compare(
    (turn) =>
      library.posts.list({
        query: query(turn),
        filters: { trashed: false },
        sort: 'updated',
        offset: 0,
        limit: 100,
      }),
    (turn) => bare.all(parseSearchQuery(query(turn))?.match ?? ''),
    typed.length,
  );
  report('search p95', oursP95, referenceP95, {
    posts: postCount,
    queries: typed.length,
    median: ours,
    referenceMedian: reference,
  });
  library.close();
}

async function benchSaving(folder: string): Promise<void> {
  const library = openLibrary(join(folder, 'ours'));
  const generator = createGenerator(3);
  const document = generator.post(50_000);
  const { postId } = library.posts.create(document);
  let { version } = library.posts.draft(postId);
  const file = openSync(join(folder, 'reference.json'), 'w');
  const [first, ...rest] = document.body.root.children;
  const changed = (turn: number) =>
    ({
      ...document,
      body: { root: { ...document.body.root, children: [first, paragraphOf(`Zdanie ${turn}.`), ...rest] } },
    }) as PostDocument;
  const { ours, reference } = await compare(
    (turn) =>
      ({ version } = library.posts.saveDraft({ postId, baseVersion: version, document: changed(turn) })),
    (turn) => {
      writeSync(file, JSON.stringify(changed(turn)), 0);
      fsyncSync(file);
    },
    40,
  );
  closeSync(file);
  report('save a 50,000-word draft', ours, reference);
  library.close();
}
