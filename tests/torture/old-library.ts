/** A library as the first version of the program left it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { contentHash } from '#main/storage/content-hash.ts';
import { openDatabase } from '#main/storage/database.ts';
import { openLibrary } from '#main/storage/library.ts';
import { migrations } from '#main/storage/migrations/index.ts';
import { toColumns } from '#main/storage/post-rows.ts';
import { markdownToBody } from '#shared/document/markdown.ts';
import { emptyDocument } from '#shared/document/serialized.ts';

/** So many posts, called `stary0x`, `stary1x`, …, each with a revision; none of their words is in the index yet. */
export function seedOldLibrary(folder: string, posts: number, words = 250): void {
  openLibrary(folder).close();
  const file = join(folder, 'library.sqlite');
  rmSync(file);
  const db = openDatabase(file);
  db.exec(migrations[0] as string);
  const insert = db.prepare(`
    INSERT INTO posts (seq, id, document_version, title, fields, body, body_text, content_hash, word_count, created_at, updated_at)
    VALUES (@seq, @id, @document_version, @title, @fields, @body, @body_text, @content_hash, @word_count, @at, @at)`);
  const freeze = db.prepare(`
    INSERT INTO revisions (id, post_id, seq, cause, author, device, created_at, content_hash, document)
    VALUES (?, ?, 1, 'autosave', 'Ala', 'dom', ?, ?, ?)`);
  const at = '2026-01-01T12:00:00.000Z';
  const body = markdownToBody('Zażółć gęślą. '.repeat(Math.ceil(words / 2)));
  db.transaction(() => {
    for (let post = 0; post < posts; post++) {
      const document = { ...emptyDocument('pl'), title: `stary${post}x`, body };
      const columns = toColumns(document);
      const id = oldPostId(post);
      insert.run({ seq: post + 1, id, at, ...columns });
      const stored = zstdCompressSync(JSON.stringify(document));
      freeze.run(`r${id}`, id, at, contentHash(document), stored);
    }
  })();
  db.pragma('user_version = 1');
  db.close();
}

export function oldPostId(post: number): string {
  return `00000000-0000-4000-8000-${post.toString().padStart(12, '0')}`;
}
