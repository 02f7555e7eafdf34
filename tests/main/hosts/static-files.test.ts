/** Files below a folder, and never one outside it, whatever the path. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findStaticFile } from '#main/hosts/static-files.ts';

let folder: string;
let root: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'brulion-static-')));
  root = join(folder, 'root');
  for (const name of ['root/posts/żółw', 'root/empty', 'root/folder.html', 'root-secret', 'outside'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of [
    'secret.txt',
    'root/index.html',
    'root/main.js',
    'root/posts/żółw/index.html',
    'root/a b%.txt',
    'root/PICTURE.PNG',
    'root/program.exe',
    // One name on Linux and macOS, a path on Windows: found on neither.
    'root/posts\\index.html',
    'root-secret/secret.txt',
    'outside/index.html',
  ])
    writeFileSync(join(folder, name), 'content');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'file-link.txt'));
  symlinkSync(join(folder, 'outside'), join(root, 'folder-link'));
  symlinkSync(join(root, 'main.js'), join(root, 'inner-link.js'));
  symlinkSync(join(root, 'loop'), join(root, 'loop'));
  symlinkSync(root, join(folder, 'root-link'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('finds', () => {
  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/main.js', 'main.js', 'text/javascript; charset=utf-8'],
    ['/posts/%C5%BC%C3%B3%C5%82w/', 'posts/żółw/index.html', 'text/html; charset=utf-8'],
    ['/posts/%C5%BC%C3%B3%C5%82w', 'posts/żółw/index.html', 'text/html; charset=utf-8'],
    ['/a%20b%25.txt', 'a b%.txt', 'text/plain; charset=utf-8'],
    ['/PICTURE.PNG', 'PICTURE.PNG', 'image/png'],
    ['/program.exe', 'program.exe', 'application/octet-stream'],
    ['/posts/../main.js', 'main.js', 'text/javascript; charset=utf-8'],
    ['/inner-link.js', 'main.js', 'text/javascript; charset=utf-8'],
  ])('%s as %s', async (path, file, contentType) => {
    expect(await findStaticFile(root, path)).toEqual({ path: join(root, file), contentType, size: 7 });
  });

  test('the same below a root that is itself a link', async () => {
    const found = await findStaticFile(join(folder, 'root-link'), '/main.js');
    expect(found?.path).toBe(join(root, 'main.js'));
  });
});

describe('finds nothing at', () => {
  test.each([
    '/../secret.txt',
    '/../../../../../../../../etc/passwd',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/..%2fsecret.txt',
    '/posts/../../secret.txt',
    // A neighbour whose name begins as the root's does.
    '/../root-secret/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '\\..\\secret.txt',
    '/posts\\index.html',
    '/posts%5cindex.html',
    '/main.js%00.txt',
    '/main.js\0',
    '/file-link.txt',
    '/folder-link/',
    '/folder-link/index.html',
    '/loop',
    '/%',
    '/%ff',
    '/%c0%ae%c0%ae/secret.txt',
    '/empty',
    '/empty/',
    '/folder.html',
    '/main.js/index.html/x',
    `/${'x'.repeat(5_000)}`,
  ])('%j', async (path) => {
    expect(await findStaticFile(root, path)).toBeNull();
  });

  test('anything below a root that is not there', async () => {
    expect(await findStaticFile(join(folder, 'none'), '/')).toBeNull();
  });

  test('an encoded way out that is decoded once more than it should be', async () => {
    expect(await findStaticFile(root, '/%252e%252e%252fsecret.txt')).toBeNull();
  });
});

test('no path at all leads outside', async () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '',
    'root',
    'root-secret',
    'outside',
    'secret.txt',
    'index.html',
    'posts',
    'main.js',
    'file-link.txt',
    'folder-link',
    'inner-link.js',
    '%2e%2e',
    '%2e',
    '..%2f..',
    '..%5c..',
    '%00',
    '...',
  );
  const separator = fc.constantFrom('/', '//', '%2f', '\\', '%5c');
  const path = fc.array(fc.tuple(separator, piece), { maxLength: 8 }).map((pieces) => pieces.flat().join(''));
  let found = 0;
  await fc.assert(
    fc.asyncProperty(path, async (urlPath) => {
      const file = await findStaticFile(root, urlPath);
      if (file === null) return;
      found++;
      expect(file.path.startsWith(root + sep)).toBe(true);
    }),
    { numRuns: 2_000, seed: 20261123 },
  );
  // The paths are such that some of them do lead somewhere.
  expect(found).toBeGreaterThan(50);
});
