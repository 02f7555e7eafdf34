import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '#main/storage/backups.ts';
import { openLibrary } from '#main/storage/library.ts';
import { closeLibrary, documentOf, temporaryFolder, temporaryLibrary } from './temporary-library.ts';

const fileIn = (folder: string) => join(folder, 'library.sqlite');

describe('a library', () => {
  test('is opened so that a commit survives a power cut, and every table is strict', () => {
    const { db } = temporaryLibrary();
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search%'",
      )
      .all();
    expect(loose).toEqual([]);
  });

  test('is there again with its posts after closing', () => {
    const folder = temporaryFolder();
    const first = temporaryLibrary(folder);
    const { postId, document } = first.posts.create(documentOf('Zostaje', 'Treść.'));
    closeLibrary(first);
    expect(temporaryLibrary(folder).posts.draft(postId).document).toEqual(document);
  });

  test('from a newer version is refused, and not one byte of it is changed', () => {
    const folder = temporaryFolder();
    const library = temporaryLibrary(folder);
    library.posts.create(documentOf('Nowsza'));
    library.db.pragma('user_version = 9999');
    closeLibrary(library);
    const before = readFileSync(fileIn(folder));
    expect(() => openLibrary(folder)).toThrow(expect.objectContaining({ code: 'library-newer' }));
    expect(readFileSync(fileIn(folder)).equals(before)).toBe(true);
  });

  test('belongs to one program at a time', () => {
    const folder = temporaryFolder();
    temporaryLibrary(folder);
    expect(() => openLibrary(folder)).toThrow(expect.objectContaining({ code: 'library-in-use' }));
    const script = `import('${new URL('../../../src-main/storage/library.ts', import.meta.url).href}').then(({ openLibrary }) => openLibrary(process.argv[1])).catch((e) => { console.log(e.code); })`;
    const other = spawnSync(process.execPath, ['-e', script, folder], { encoding: 'utf8' });
    expect(other.stdout.trim()).toBe('library-in-use');
  });

  test.each([
    ['in its header', 0, 4_096],
    ['in its pages', 4_096, Infinity],
  ])('that is damaged %s is refused in so many words', (_where, from, to) => {
    const folder = temporaryFolder();
    const library = temporaryLibrary(folder);
    for (let n = 0; n < 50; n++) library.posts.create(documentOf(`Wpis ${n}`, 'Słowa. '.repeat(200)));
    library.db.pragma('wal_checkpoint(TRUNCATE)');
    closeLibrary(library);
    const bytes = readFileSync(fileIn(folder));
    bytes.fill(0xa5, from, Math.min(to, bytes.length));
    writeFileSync(fileIn(folder), bytes);
    const use = () => {
      const opened = openLibrary(folder);
      try {
        opened.posts.list({ query: '', filters: { trashed: false }, sort: 'updated', offset: 0, limit: 200 });
        backUp(opened.db, folder, 'daily', new Date());
      } finally {
        opened.close();
      }
    };
    expect(use).toThrow(/damaged|malformed|not a database/);
    // The way back: the damaged file is still there, whole or not, for a backup to take its place.
    expect(readFileSync(fileIn(folder)).length).toBe(bytes.length);
  });
});
