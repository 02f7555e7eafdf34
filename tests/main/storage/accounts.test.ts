import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountOf, createLibraryBed, type LibraryBed } from './library-bed.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const add = (id: string, hour: number, isDefault = false) =>
  bed.library.accounts.add(
    accountOf(id, { isDefault, createdAt: `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z` }),
  );
const ids = () => bed.library.accounts.list().map(({ id }) => id);
const defaults = () =>
  bed.library.accounts
    .list()
    .filter(({ isDefault }) => isDefault)
    .map(({ id }) => id);

test('an account is kept with its connector’s settings, and outlives a restart', () => {
  const account = accountOf('a', {
    kind: 'folder',
    name: 'Mój blog 🐢',
    userName: null,
    secretStorage: 'none',
    settings: { folder: '/home/ala/blog', nested: { list: [1, 'ż', null] } },
  });
  bed.library.accounts.add(account);
  bed.reopen();
  expect(bed.library.accounts.get('a')).toEqual({ ...account, isDefault: true });
  expect(bed.library.accounts.get('b')).toBeNull();
});

test('they are listed in the order they were connected', () => {
  add('late', 9);
  add('early', 7);
  add('middle', 8);
  expect(ids()).toEqual(['early', 'middle', 'late']);
});

test('a change takes name, address, user and settings, and leaves the default and the kind', () => {
  add('a', 7);
  add('b', 8);
  const { accounts } = bed.library;
  const changed = accountOf('a', {
    name: 'Nowa nazwa',
    address: 'https://nowy.example/',
    userName: 'ola',
    secretStorage: 'file',
    settings: { apiRoot: 'https://nowy.example/?rest_route=/' },
    createdAt: '2026-03-01T07:00:00.000Z',
  });
  accounts.update(changed);
  expect(accounts.get('a')).toEqual({ ...changed, isDefault: true });
  expect(accounts.get('b')).toMatchObject({ name: 'Blog b', isDefault: false });
});

describe('the default blog', () => {
  test('is the first, until another is chosen', () => {
    add('a', 7);
    expect(defaults()).toEqual(['a']);
    add('b', 8);
    expect(defaults()).toEqual(['a']);
    bed.library.accounts.setDefault('b');
    expect(defaults()).toEqual(['b']);
    add('c', 9, true);
    expect(defaults()).toEqual(['c']);
  });

  test('is the oldest one left when the default is removed; no other removal moves it', () => {
    add('a', 7);
    add('b', 8);
    add('c', 9, true);
    bed.library.accounts.remove('b');
    expect(defaults()).toEqual(['c']);
    bed.library.accounts.remove('c');
    expect(defaults()).toEqual(['a']);
    bed.library.accounts.remove('a');
    expect(ids()).toEqual([]);
    add('d', 10);
    expect(defaults()).toEqual(['d']);
  });

  test('is not moved to a blog that there is not', () => {
    add('a', 7);
    expect(() => bed.library.accounts.setDefault('none')).toThrow(
      expect.objectContaining({ code: 'account-not-found', details: { accountId: 'none' } }),
    );
    expect(defaults()).toEqual(['a']);
  });

  test('is one at most, whoever writes the file', () => {
    add('a', 7);
    add('b', 8);
    expect(() => bed.library.db.exec('UPDATE accounts SET is_default = 1')).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    );
  });
});

describe('terms a blog told of', () => {
  const names = (query: string, account = 'a') =>
    bed.library.accounts.terms(account, 'tag', query).map(({ name }) => name);

  beforeEach(() => {
    add('a', 7);
    add('b', 8);
    bed.library.accounts.rememberTerms('a', 'tag', [
      { id: '1', name: 'Łódź' },
      { id: '2', name: 'żółwie' },
      { id: '3', name: 'Woda' },
    ]);
  });

  test('are found by any part, diacritics and case aside', () => {
    expect(names('lodz')).toEqual(['Łódź']);
    expect(names('OLW')).toEqual(['żółwie']);
    expect(names('')).toHaveLength(3);
    expect(names('kot')).toEqual([]);
  });

  test('belong to one blog and one kind', () => {
    bed.library.accounts.rememberTerms('b', 'tag', [{ id: '1', name: 'Inny' }]);
    bed.library.accounts.rememberTerms('a', 'category', [{ id: '1', name: 'Kategoria' }]);
    expect(names('', 'b')).toEqual(['Inny']);
    expect(bed.library.accounts.terms('a', 'category', '')).toEqual([{ id: '1', name: 'Kategoria' }]);
    expect(names('')).not.toContain('Inny');
  });

  test('are renamed in their place', () => {
    bed.library.accounts.rememberTerms('a', 'tag', [{ id: '3', name: 'Wody' }]);
    expect(bed.library.accounts.terms('a', 'tag', 'wod')).toEqual([{ id: '3', name: 'Wody' }]);
  });

  test('are answered fifty at a time', () => {
    const many = Array.from({ length: 80 }, (_, index) => ({ id: `n${index}`, name: `nowy ${index}` }));
    bed.library.accounts.rememberTerms('a', 'tag', many);
    expect(names('nowy')).toHaveLength(50);
  });

  test('go with their blog', () => {
    bed.library.accounts.remove('a');
    expect(names('')).toEqual([]);
    expect(bed.library.db.prepare('SELECT count(*) FROM account_terms').pluck().get()).toBe(0);
  });
});
