import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, describeBackups, isDailyBackupDue, listBackups } from '#main/storage/backups.ts';
import { openDatabase } from '#main/storage/database.ts';
import { completeRestore, prepareRestore } from '#main/storage/restore-backup.ts';
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
  const isDue = (time: string) => isDailyBackupDue(bed.folder, new Date(time));
  make('migration', new Date('2026-03-01T00:00:00.000Z'));
  expect(isDue('2026-03-01T00:00:01.000Z')).toBe(true);
  make('daily', new Date('2026-03-01T00:00:01.000Z'));
  expect(isDue('2026-03-01T23:59:59.999Z')).toBe(false);
  expect(isDue('2026-03-02T00:00:00.000Z')).toBe(true);
});

test('are described for a person to choose among; one that cannot be read says so', async () => {
  bed.write('Pierwszy');
  make('daily', day(1));
  bed.write('Drugi');
  make('migration', day(2));
  const { name } = make('daily', day(3));
  await writeFile(pathOf(name), 'urwane');
  expect(describeBackups(bed.folder)).toEqual([
    { name, reason: 'daily', madeAt: '2026-03-03T06:30:15.000Z', bytes: 6, posts: null },
    expect.objectContaining({ reason: 'migration', madeAt: '2026-03-02T06:30:15.000Z', posts: 2 }),
    expect.objectContaining({ reason: 'daily', posts: 1 }),
  ]);
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
  function restore(name: string, when: Date) {
    prepareRestore(bed.folder, name);
    return completeRestore(bed.folder, when);
  }

  test('brings back what was; what is becomes a backup, so that it can be undone', () => {
    const { postId } = bed.write('Wtedy', 'dawny tekst');
    const { name } = make('daily', day(2));
    bed.library.posts.saveDraft({ postId, baseVersion: 0, document: documentOf('Teraz') });
    bed.close();
    const { previous, keptAside } = restore(name, day(3));
    expect(keptAside).toBeNull();
    bed.reopen();
    expect(bed.library.posts.draft(postId).document.title).toBe('Wtedy');
    expect(bed.titles({ query: 'dawny' })).toEqual(['Wtedy']);
    expect(bed.library.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(existsSync(pathOf(name))).toBe(true);
    bed.close();
    restore(previous!, day(4));
    bed.reopen();
    expect(bed.library.posts.draft(postId).document.title).toBe('Teraz');
  });

  test('takes along what a killed process left in the write-ahead log', async () => {
    bed.write('Wtedy');
    const { name } = make('daily', day(2));
    bed.write('W dzienniku');
    const file = join(bed.folder, 'library.sqlite');
    const [main, log] = await Promise.all([readFile(file), readFile(`${file}-wal`)]);
    bed.close();
    await writeFile(file, main);
    await writeFile(`${file}-wal`, log);
    const { previous } = restore(name, day(3));
    bed.reopen();
    expect(bed.titles()).toEqual(['Wtedy']);
    bed.close();
    restore(previous!, day(4));
    bed.reopen();
    expect(bed.titles()).toHaveLength(2);
  });

  test('works where the library itself is damaged', async () => {
    const { postId } = bed.write('Ocalony');
    const { name } = make('daily', day(2));
    bed.close();
    const file = join(bed.folder, 'library.sqlite');
    await writeFile(file, 'zniszczone '.repeat(1_000));
    expect(() => bed.reopen()).toThrow(expect.objectContaining({ code: 'library-damaged' }));
    const { previous, keptAside } = restore(name, day(3));
    expect(previous).toBeNull();
    expect(await readFile(keptAside!, 'utf8')).toBe('zniszczone '.repeat(1_000));
    bed.reopen();
    expect(bed.library.posts.draft(postId).document.title).toBe('Ocalony');
  });

  test('works where the library is gone', async () => {
    bed.write('Ocalony');
    const { name } = make('daily', day(2));
    bed.close();
    await rm(join(bed.folder, 'library.sqlite'));
    expect(restore(name, day(3))).toEqual({ previous: null, keptAside: null });
    bed.reopen();
    expect(bed.titles()).toEqual(['Ocalony']);
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
    expect(() => restore(name, day(3))).toThrow(
      expect.objectContaining({ name: 'CodedError', code: 'backup-damaged' }),
    );
    expect((await readFile(join(bed.folder, 'library.sqlite'))).equals(before)).toBe(true);
    bed.reopen();
    expect(bed.list().total).toBe(20);
  });

  test('refuses a library that is open elsewhere', () => {
    const { name } = make('daily', day(2));
    prepareRestore(bed.folder, name);
    expect(() => completeRestore(bed.folder, day(3))).toThrow(
      expect.objectContaining({ code: 'library-in-use' }),
    );
  });

  test.each(['../library.sqlite', 'notatki.txt', 'library-20260302T063015Z-daily.sqlite/../../x'])(
    'refuses %s, which names no backup',
    (name) => {
      expect(() => prepareRestore(bed.folder, name)).toThrow(
        expect.objectContaining({ code: 'backup-not-found' }),
      );
    },
  );
});
