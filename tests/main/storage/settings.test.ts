import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const defaults = {
  language: null,
  theme: 'system',
  textFont: 'serif',
  authorName: userInfo().username,
  libraryPane: true,
  detailsPane: true,
};

test('a new library has the defaults, with the system’s user for an author', () => {
  expect(bed.library.settings.get()).toEqual(defaults);
});

test('a change keeps the rest, answers with all, and outlives a restart', () => {
  const { settings } = bed.library;
  expect(settings.update({ theme: 'dark', libraryPane: false })).toEqual({
    ...defaults,
    theme: 'dark',
    libraryPane: false,
  });
  settings.update({ language: 'pl', authorName: 'Żółta Łódź', theme: undefined });
  settings.update({ libraryPane: true });
  bed.reopen();
  expect(bed.library.settings.get()).toEqual({
    ...defaults,
    theme: 'dark',
    language: 'pl',
    authorName: 'Żółta Łódź',
  });
});

test('null and the empty name are values, not absences', () => {
  const { settings } = bed.library;
  settings.update({ language: 'en' });
  expect(settings.update({ language: null, authorName: '' })).toMatchObject({
    language: null,
    authorName: '',
  });
});

test('a value that cannot be read falls back alone', () => {
  const { settings, db } = bed.library;
  settings.update({ theme: 'dark', language: 'pl' });
  db.prepare('UPDATE settings SET value = ? WHERE key = ?').run('"neonowy"', 'theme');
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('libraryPane', '17');
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('ofANewerProgram', '{"a":1}');
  expect(settings.get()).toEqual({ ...defaults, language: 'pl' });
});

test('what the first run made is remembered, and is no setting', () => {
  const { settings } = bed.library;
  expect(settings.welcome()).toBeNull();
  const record = { postId: randomUUID(), version: 0, language: 'en' } as const;
  settings.setWelcome(record);
  settings.setWelcome({ ...record, language: 'pl', version: 1 });
  bed.reopen();
  expect(bed.library.settings.welcome()).toEqual({ ...record, language: 'pl', version: 1 });
  expect(bed.library.settings.get()).toEqual(defaults);
});
