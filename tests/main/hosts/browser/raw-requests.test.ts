/** Requests that no client library would send, byte by byte. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostBed, token, type HostBed } from './host-bed.ts';

const secret = 'what nobody may read';
let bed: HostBed;

beforeAll(async () => {
  bed = await createHostBed();
  await writeFile(join(bed.folder, 'secret.txt'), secret);
  await mkdir(join(bed.folder, 'outside'));
  await writeFile(join(bed.folder, 'outside', 'index.html'), secret);
  await symlink(join(bed.folder, 'secret.txt'), join(bed.rendererFolder, 'link.txt'));
  await symlink(join(bed.folder, 'outside'), join(bed.rendererFolder, 'folder-link'));
});
afterAll(() => bed.stop());

function get(target: string, lines: readonly string[] = [`Host: ${bed.address}`]): Promise<string> {
  const headers = [...lines, `Cookie: ${bed.ours.cookie}`, 'Connection: close'];
  return bed.exchange(`GET ${target} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
}

test('this way of asking does reach the page', async () => {
  const answer = await get('/');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('The page');
});

describe('nothing outside is given for', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/%252e%252e%252fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets\\..\\..\\secret.txt',
    '/..%00/secret.txt',
    '/%00',
    '/index.html%00.txt',
    '/link.txt',
    '/folder-link/',
    '/folder-link/index.html',
    '//127.0.0.1/../secret.txt',
    '///etc/passwd',
    'file:///etc/passwd',
    '/library/library.sqlite',
    '/../library/library.sqlite',
    '/media/../../secret.txt',
    '/media/%2e%2e%2f%2e%2e%2fsecret.txt',
    `/site/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}/index.html`,
    '/site/../../secret.txt',
  ])('%s', async (target) => {
    const answer = await get(target);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain(secret);
    expect(answer).not.toContain('root:');
  });
});

describe('foreign addresses', () => {
  test('an HTTP/1.0 request without Host is refused', async () => {
    const answer = await bed.exchange(`GET / HTTP/1.0\r\nCookie: ${bed.ours.cookie}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('an HTTP/1.1 request without Host is refused', async () => {
    expect(await get('/', [])).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a foreign Host is refused, whatever the request line says', async () => {
    expect(await get(`http://${bed.address}/`, ['Host: evil.example'])).toMatch(/^HTTP\/1\.1 403 /);
    expect(await get(`http://${bed.address}/?token=${token}`, ['Host: evil.example'])).not.toMatch(
      /set-cookie/i,
    );
  });

  test('of two Hosts, neither order lets a foreign one see the page', async () => {
    const answer = await get('/', ['Host: evil.example', `Host: ${bed.address}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(answer).not.toContain('The page');
  });

  test('Host in other letters is not ours either', async () => {
    expect(await get('/', [`Host: LOCALHOST:${bed.port}`])).toMatch(/^HTTP\/1\.1 403 /);
  });
});

test('a malformed address is missing, and does not end the host', async () => {
  expect(await get('//')).toMatch(/^HTTP\/1\.1 404 /);
  expect(await get('http://[')).toMatch(/^HTTP\/1\.1 404 /);
  expect(await get('/')).toMatch(/^HTTP\/1\.1 200 /);
  // Whoever mistypes an address is nobody's error.
  expect(bed.complaints).toEqual([]);
});

test('what is no HTTP at all is refused, and does not end the host', async () => {
  expect(await bed.exchange('\x16\x03\x01\x02\x00\x01\x00\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await get('/')).toMatch(/^HTTP\/1\.1 200 /);
});
