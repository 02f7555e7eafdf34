import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, dailyBackup, listBackups, restoreBackup } from '#main/storage/backups.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';
import { documentOf } from './temporary-library.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const day = (number: number) => new Date(Date.UTC(2026, 2, number, 6, 30, 15, 123));
const make = (reason: 'daily' | 'migration', when: Date) => backUp(bed.library.db, bed.folder, reason, when);
const pathOf = (name: string) => join(bed.folder, 'backups', name);

describe('a backup', () => {
  test('is a whole copy of the library as it was, committed last or not yet in the main file', () => {
    const { postId } = bed.write('Żółw', 'tekst');
    const backup = make('daily', day(2));
    expect(backup).toEqual({ name: 'library-20260302T063015Z-daily.sqlite', reason: 'daily' });
    bed.library.posts.saveDraft({ postId, baseVersion: 0, document: documentOf('Później') });
    const copy = openDatabase(pathOf(backup.name), { readonly: true });
    try {
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(copy.prepare('SELECT id, title, version FROM posts').all()).toEqual([
        { id: postId, title: 'Żółw', version: 0 },
      ]);
    } finally {
      copy.close();
    }
    expect(readdirSync(join(bed.folder, 'backups'))).toEqual([backup.name]);
  });

  test('is made in place of one that was never finished', async () => {
    make('daily', day(1));
    await writeFile(pathOf('library-20260302T063015Z-daily.sqlite.unfinished'), 'urwane');
    expect(listBackups(bed.folder)).toHaveLength(1);
    const { name } = make('daily', day(2));
    expect(readdirSync(join(bed.folder, 'backups')).filter((file) => file.includes('unfinished'))).toEqual(
      [],
    );
    expect(listBackups(bed.folder)[0]!.name).toBe(name);
  });
});

test('the newest are kept: seven days and three migrations, each for itself', () => {
  expect(listBackups(bed.folder)).toEqual([]);
  for (let number = 1; number <= 9; number++) make('daily', day(number));
  for (let number = 1; number <= 5; number++) make('migration', day(number));
  const daily = listBackups(bed.folder).filter(({ reason }) => reason === 'daily');
  const migration = listBackups(bed.folder).filter(({ reason }) => reason === 'migration');
  expect(daily.map(({ name }) => name.slice(8, 16))).toEqual(
    ['09', '08', '07', '06', '05', '04', '03'].map((number) => `202603${number}`),
  );
  expect(migration.map(({ name }) => name.slice(8, 16))).toEqual(['20260305', '20260304', '20260303']);
});

test('one a day, by UTC', () => {
  const { db } = bed.library;
  const ask = (time: string) => dailyBackup(db, bed.folder, new Date(time))?.name ?? null;
  make('migration', new Date('2026-03-01T00:00:00.000Z'));
  expect(ask('2026-03-01T00:00:01.000Z')).toBe('library-20260301T000001Z-daily.sqlite');
  expect(ask('2026-03-01T23:59:59.999Z')).toBeNull();
  expect(ask('2026-03-02T00:00:00.000Z')).toBe('library-20260302T000000Z-daily.sqlite');
  bed.at('2026-03-02T20:00:00.000Z');
  bed.library.backUpDaily();
  expect(listBackups(bed.folder)).toHaveLength(3);
  bed.at('2026-03-03T20:00:00.000Z');
  bed.library.backUpDaily();
  expect(listBackups(bed.folder)).toHaveLength(4);
});

test('what is no backup by its name is not listed and not thinned', async () => {
  make('daily', day(1));
  await writeFile(pathOf('notatki.txt'), 'moje');
  await writeFile(pathOf('library-kopia-daily.sqlite'), 'moja');
  for (let number = 2; number <= 9; number++) make('daily', day(number));
  expect(listBackups(bed.folder)).toHaveLength(7);
  expect(readdirSync(join(bed.folder, 'backups'))).toEqual(
    expect.arrayContaining(['notatki.txt', 'library-kopia-daily.sqlite']),
  );
});

describe('restoring', () => {
  test('brings back what was, and keeps aside what is', () => {
    const { postId } = bed.write('Wtedy', 'dawny tekst');
    const { name } = make('daily', day(2));
    bed.library.posts.saveDraft({ postId, baseVersion: 0, document: documentOf('Teraz') });
    bed.close();
    const { keptAside } = restoreBackup(bed.folder, name, day(3));
    const aside = openDatabase(keptAside);
    expect(aside.prepare('SELECT title FROM posts').all()).toEqual([{ title: 'Teraz' }]);
    aside.close();
    bed.reopen();
    expect(bed.library.posts.draft(postId).document.title).toBe('Wtedy');
    expect(bed.titles({ query: 'dawny' })).toEqual(['Wtedy']);
    expect(bed.library.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(existsSync(pathOf(name))).toBe(true);
  });

  test('works where the library itself is damaged or gone', async () => {
    const { postId } = bed.write('Ocalony');
    const { name } = make('daily', day(2));
    bed.close();
    const file = join(bed.folder, 'library.sqlite');
    await writeFile(file, 'zniszczone '.repeat(1_000));
    expect(() => bed.reopen()).toThrow(expect.objectContaining({ code: 'library-damaged' }));
    const { keptAside } = restoreBackup(bed.folder, name, day(3));
    expect(await readFile(keptAside, 'utf8')).toBe('zniszczone '.repeat(1_000));
    bed.reopen();
    expect(bed.library.posts.draft(postId).document.title).toBe('Ocalony');
  });

  test.each([
    ['is damaged inside', (bytes: Buffer) => bytes.fill(0xff, 8_192, 12_288)],
    ['was cut short', (bytes: Buffer) => bytes.subarray(0, 12_288)],
    ['is no library', () => Buffer.from('urwane '.repeat(1_000))],
  ])('refuses a backup that %s, and the library stays', async (_, damage) => {
    for (let number = 0; number < 20; number++) bed.write(`Post ${number}`, 'słowo '.repeat(500));
    const { name } = make('daily', day(2));
    bed.close();
    await writeFile(pathOf(name), damage(await readFile(pathOf(name))));
    const before = await readFile(join(bed.folder, 'library.sqlite'));
    expect(() => restoreBackup(bed.folder, name, day(3))).toThrow(
      expect.objectContaining({ name: 'CodedError', code: 'library-damaged' }),
    );
    expect((await readFile(join(bed.folder, 'library.sqlite'))).equals(before)).toBe(true);
    bed.reopen();
    expect(bed.list().total).toBe(20);
  });

  test.each(['../library.sqlite', 'notatki.txt', 'library-20260302T063015Z-daily.sqlite/../../x'])(
    'refuses %s, which names no backup',
    (name) => {
      bed.close();
      expect(() => restoreBackup(bed.folder, name, day(3))).toThrow(
        expect.objectContaining({ code: 'library-damaged' }),
      );
    },
  );
});
