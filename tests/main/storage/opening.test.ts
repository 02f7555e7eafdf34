import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { openLibrary } from '#main/storage/library.ts';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';
import { temporaryFolder } from './temporary-library.ts';

describe('a library that was opened', () => {
  let bed: LibraryBed;
  beforeEach(() => void (bed = createLibraryBed()));
  afterEach(() => bed.close());

  const pragma = (name: string) => bed.library.db.pragma(name, { simple: true });

  test('logs ahead, commits for good and keeps references', () => {
    expect(pragma('journal_mode')).toBe('wal');
    // 2 is FULL
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    bed.reopen();
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
  });

  test('has nothing but STRICT tables', () => {
    const tables = (
      bed.library.db.pragma('table_list') as { name: string; type: string; strict: number }[]
    ).filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'));
    expect(tables.map(({ name }) => name)).toContain('posts');
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test('takes no value of another type', () => {
    bed.write('Żółw');
    expect(() => bed.library.db.exec("UPDATE posts SET word_count = 'wiele'")).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_DATATYPE' }),
    );
  });

  test('takes no row that points at nothing', () => {
    expect(() =>
      bed.library.db.exec("INSERT INTO post_terms (post_seq, taxonomy, name) VALUES (99, 'tag', 'x')"),
    ).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }));
  });

  test('keeps all of a transaction or nothing', () => {
    expect(() =>
      bed.library.transaction(() => {
        bed.write('Pierwszy');
        bed.library.settings.update({ theme: 'dark' });
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(bed.titles()).toEqual([]);
    expect(bed.library.settings.get().theme).toBe('system');
    expect(bed.library.transaction(() => bed.write('Drugi').version)).toBe(0);
    expect(bed.titles()).toEqual(['Drugi']);
  });
});

describe('what cannot be opened', () => {
  let folder: string;
  beforeEach(() => void (folder = temporaryFolder()));

  test('a file that is no library is said to be damaged and stays as it is', async () => {
    const file = join(folder, 'library.sqlite');
    const bytes = Buffer.from('To nie jest biblioteka.\n'.repeat(500));
    await writeFile(file, bytes);
    for (let tries = 0; tries < 2; tries++) {
      expect(() => openLibrary(folder)).toThrow(
        expect.objectContaining({ name: 'CodedError', code: 'library-damaged' }),
      );
    }
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  test('opening for reading makes no file', () => {
    const file = join(folder, 'none.sqlite');
    expect(() => openDatabase(file, { readonly: true })).toThrow(
      expect.objectContaining({ name: 'CodedError' }),
    );
    expect(existsSync(file)).toBe(false);
  });

  test('opened for reading, nothing can be written', () => {
    const file = join(folder, 'library.sqlite');
    openLibrary(folder).close();
    const db = openDatabase(file, { readonly: true });
    try {
      expect(db.prepare('SELECT count(*) AS posts FROM posts').get()).toEqual({ posts: 0 });
      expect(() => db.exec('DELETE FROM posts')).toThrow(
        expect.objectContaining({ code: 'SQLITE_READONLY' }),
      );
    } finally {
      db.close();
    }
  });
});
