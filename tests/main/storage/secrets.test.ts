import { existsSync } from 'node:fs';
import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSecretStore, type SecretOwner } from '#main/storage/secret-store.ts';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';

const password = 'Zażółć 🐢 "tajne"';
const inFile = (id: string): SecretOwner => ({ id, secretStorage: 'file' });
const inSession = (id: string): SecretOwner => ({ id, secretStorage: 'session' });

let bed: LibraryBed;
let file: string;

beforeEach(() => {
  bed = createLibraryBed();
  file = join(bed.folder, 'secrets.json');
});
afterEach(() => bed.close());

async function mode(): Promise<number> {
  return (await stat(file)).mode & 0o777;
}

describe('in a file', () => {
  test('a password is there for another run', async () => {
    await bed.library.secrets.set(inFile('a'), password);
    await bed.library.secrets.set(inFile('b'), 'drugie');
    await bed.library.secrets.set(inFile('b'), 'trzecie');
    const later = createSecretStore(bed.folder);
    expect(await later.get(inFile('a'))).toBe(password);
    expect(await later.get(inFile('b'))).toBe('trzecie');
    expect(await later.get(inFile('c'))).toBeNull();
  });

  test.skipIf(process.platform === 'win32')(
    'only this user can read it, whatever it was before',
    async () => {
      await bed.library.secrets.set(inFile('a'), password);
      expect(await mode()).toBe(0o600);
      await chmod(file, 0o644);
      await writeFile(`${file}.unfinished`, 'urwane', { mode: 0o644 });
      await bed.library.secrets.set(inFile('b'), 'drugie');
      expect(await mode()).toBe(0o600);
      await bed.library.secrets.forget(inFile('b'));
      expect(await mode()).toBe(0o600);
    },
  );

  test('changes at one time are all kept, and leave nothing unfinished', async () => {
    const { secrets } = bed.library;
    const ids = Array.from({ length: 20 }, (_, index) => `account-${index}`);
    await Promise.all(ids.map((id) => secrets.set(inFile(id), `hasło ${id}`)));
    expect(await Promise.all(ids.map((id) => secrets.get(inFile(id))))).toEqual(
      ids.map((id) => `hasło ${id}`),
    );
    expect((await readdir(bed.folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('a forgotten password is gone, the others stay, and the last takes the file along', async () => {
    const { secrets } = bed.library;
    await secrets.set(inFile('a'), password);
    await secrets.set(inFile('b'), 'drugie');
    await secrets.forget(inFile('a'));
    expect(await secrets.get(inFile('a'))).toBeNull();
    expect(await secrets.get(inFile('b'))).toBe('drugie');
    await secrets.forget(inFile('none'));
    await secrets.forget(inFile('b'));
    expect(existsSync(file)).toBe(false);
    expect(await secrets.get(inFile('b'))).toBeNull();
  });
});

describe('for this session', () => {
  test('a password is in no file, and gone with the run', async () => {
    const { secrets } = bed.library;
    await secrets.set(inSession('a'), password);
    expect(await secrets.get(inSession('a'))).toBe(password);
    expect(existsSync(file)).toBe(false);
    bed.reopen();
    expect(await bed.library.secrets.get(inSession('a'))).toBeNull();
  });

  test('a forgotten one is gone at once', async () => {
    const { secrets } = bed.library;
    await secrets.set(inSession('a'), password);
    await secrets.forget(inSession('a'));
    expect(await secrets.get(inSession('a'))).toBeNull();
  });

  test('one place does not answer for another', async () => {
    const { secrets } = bed.library;
    await secrets.set(inSession('a'), 'w pamięci');
    await secrets.set(inFile('a'), 'w pliku');
    expect(await secrets.get(inSession('a'))).toBe('w pamięci');
    expect(await secrets.get(inFile('a'))).toBe('w pliku');
    expect(await secrets.get({ id: 'a', secretStorage: 'none' })).toBeNull();
  });

  test('forgetting an account forgets it in the file too, where it once was', async () => {
    const { secrets } = bed.library;
    await secrets.set(inFile('a'), 'w pliku');
    await secrets.forget(inSession('a'));
    expect(await secrets.get(inFile('a'))).toBeNull();
  });
});

test('an account without a password keeps none', async () => {
  const { secrets } = bed.library;
  const owner = { id: 'a', secretStorage: 'none' } as const;
  await secrets.set(owner, password);
  expect(await secrets.get(owner)).toBeNull();
  expect(existsSync(file)).toBe(false);
});

test('no password is ever in the library’s own files', async () => {
  const { secrets } = bed.library;
  await secrets.set(inFile('a'), 'bardzo-tajne-haslo');
  await secrets.set(inSession('b'), 'bardzo-tajne-haslo');
  bed.close();
  const library = await readFile(join(bed.folder, 'library.sqlite'));
  expect(library.includes('bardzo-tajne-haslo')).toBe(false);
  expect((await readFile(file)).includes('bardzo-tajne-haslo')).toBe(true);
});
