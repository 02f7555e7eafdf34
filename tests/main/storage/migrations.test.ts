import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listBackups } from '#main/storage/backups.ts';
import { openDatabase, type LibraryDatabase } from '#main/storage/database.ts';
import { openLibrary } from '#main/storage/library.ts';
import { currentLibraryVersion } from '#main/storage/migrations/index.ts';
import { libraryVersion, migrate } from '#main/storage/migrator.ts';
import { documentOf, temporaryFolder } from './temporary-library.ts';

const now = new Date('2026-03-01T12:00:00.000Z');

let folder: string;
let file: string;
let db: LibraryDatabase | null = null;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'library.sqlite');
});

afterEach(() => {
  db?.close();
  db = null;
});

const open = () => (db = openDatabase(file));
const schema = (of: LibraryDatabase) =>
  of.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
const tables = (of: LibraryDatabase) =>
  of.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
const newLibrary = () => openLibrary(folder);

test('a fresh library has the version this program writes, and is whole', () => {
  const fresh = open();
  expect(libraryVersion(fresh)).toBe(0);
  migrate(fresh, folder, now);
  expect(currentLibraryVersion).toBeGreaterThan(0);
  expect(libraryVersion(fresh)).toBe(currentLibraryVersion);
  expect(tables(fresh)).toEqual(expect.arrayContaining(['posts', 'revisions', 'publish_jobs', 'media']));
  expect(fresh.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(fresh.pragma('foreign_key_check')).toEqual([]);
  // There was nothing to back up.
  expect(listBackups(folder)).toEqual([]);
});

test('migrating again changes nothing and backs nothing up', () => {
  const library = newLibrary();
  const { postId } = library.posts.create(documentOf('Żółw'));
  const before = schema(library.db);
  library.close();
  const again = newLibrary();
  try {
    expect(libraryVersion(again.db)).toBe(currentLibraryVersion);
    expect(schema(again.db)).toEqual(before);
    expect(again.posts.draft(postId).document.title).toBe('Żółw');
    expect(listBackups(folder)).toEqual([]);
  } finally {
    again.close();
  }
});

test('a step that fails leaves nothing of itself', () => {
  const odd = open();
  odd.exec('CREATE TABLE publish_steps (own TEXT)');
  expect(() => migrate(odd, folder, now)).toThrow('publish_steps');
  expect(tables(odd)).toEqual(['publish_steps']);
  expect(libraryVersion(odd)).toBe(0);
});

test('a library with something in it is backed up before it is brought further', () => {
  const library = newLibrary();
  const { postId } = library.posts.create(documentOf('Przed zmianą'));
  library.close();
  migrate(open(), folder, now, currentLibraryVersion + 1);
  const backups = listBackups(folder);
  expect(backups).toEqual([{ name: 'library-20260301T120000Z-migration.sqlite', reason: 'migration' }]);
  const copy = openDatabase(join(folder, 'backups', backups[0]!.name), { readonly: true });
  try {
    expect(copy.prepare('SELECT id, title FROM posts').all()).toEqual([
      { id: postId, title: 'Przed zmianą' },
    ]);
  } finally {
    copy.close();
  }
});

test('a library with a review, of the version before, keeps every word; what is removed from now on stays removed', () => {
  const who = { author: 'Ala', device: 'test' };
  const donor = openLibrary(temporaryFolder());
  const { postId } = donor.posts.create(documentOf('Żółw', 'Ala ma kota.'));
  const { revisionId, contentHash } = donor.revisions.freeze({ postId, cause: 'checkpoint', ...who });
  const comment = donor.review.add({
    postId,
    revisionId,
    anchor: null,
    text: 'Dobre.',
    suggestion: null,
    author: 'Ola',
  });
  donor.review.reply(comment.id, 'Ala', 'Dzięki.');
  donor.review.decide({ postId, revisionId, contentHash, verdict: 'approved', author: 'Ola', note: '' });
  donor.close();
  // The fifth step made no column: the rows are those of a library of the fourth.
  const old = open();
  migrate(old, folder, now, 4);
  old.exec(`ATTACH '${join(donor.folder, 'library.sqlite')}' AS donor`);
  for (const table of ['posts', 'revisions', 'comments', 'replies', 'verdicts'])
    old.exec(`INSERT INTO main.${table} SELECT * FROM donor.${table}`);
  old.exec('DETACH donor');
  old.close();

  const library = newLibrary();
  try {
    expect(libraryVersion(library.db)).toBe(currentLibraryVersion);
    expect(library.revisions.document(revisionId).title).toBe('Żółw');
    expect(library.review.verdicts(postId)).toMatchObject([{ verdict: 'approved', contentHash }]);
    expect(library.review.comments(postId)).toMatchObject([
      { text: 'Dobre.', replies: [{ text: 'Dzięki.' }] },
    ]);
    library.review.remove(comment.id);
    expect(library.review.addImported({ ...comment, createdAt: now.toISOString() })).toBe(false);
    expect(library.review.comments(postId)).toEqual([]);
    expect(library.db.pragma('foreign_key_check')).toEqual([]);
  } finally {
    library.close();
  }
});

describe('a library that a newer program wrote', () => {
  const version = currentLibraryVersion + 1;

  beforeEach(() => {
    const library = newLibrary();
    library.posts.create(documentOf('Z przyszłości', 'Tekst.'));
    library.db.exec('CREATE TABLE from_the_future (x ANY) STRICT');
    library.db.pragma(`user_version = ${version}`);
    library.close();
  });

  test('is refused, as often as it is tried', () => {
    for (let tries = 0; tries < 2; tries++) {
      expect(newLibrary).toThrow(
        expect.objectContaining({
          name: 'CodedError',
          code: 'library-newer',
          details: { version, understood: currentLibraryVersion },
        }),
      );
    }
  });

  test('is left untouched, to the byte', async () => {
    const bytes = await readFile(file);
    expect(newLibrary).toThrow(expect.objectContaining({ code: 'library-newer' }));
    expect((await readFile(file)).equals(bytes)).toBe(true);
    expect(listBackups(folder)).toEqual([]);
  });

  test('is left untouched where it does not log ahead', async () => {
    open().pragma('journal_mode = DELETE');
    db?.close();
    const bytes = await readFile(file);
    expect(newLibrary).toThrow(expect.objectContaining({ code: 'library-newer' }));
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  test('is left untouched, its log too, where that program was cut off', async () => {
    open().exec("INSERT INTO from_the_future VALUES ('only in the log')");
    const cutOff = temporaryFolder();
    const names = ['library.sqlite', 'library.sqlite-wal'];
    for (const name of names) await copyFile(join(folder, name), join(cutOff, name));
    const read = () => Promise.all(names.map((name) => readFile(join(cutOff, name))));
    const before = await read();
    expect(before[1]!.length).toBeGreaterThan(0);
    expect(() => openLibrary(cutOff)).toThrow(expect.objectContaining({ code: 'library-newer' }));
    expect((await read()).map((bytes, index) => bytes.equals(before[index]!))).toEqual([true, true]);
  });
});
