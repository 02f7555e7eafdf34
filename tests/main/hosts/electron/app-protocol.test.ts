/** `app://brulion/`: which addresses become which files, with which policy. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as electron from 'electron';
import { contentOnlyPolicy, contentSecurityPolicy } from '#main/hosts/content-security-policy.ts';
import { registerAppScheme, serveApp } from '#main/hosts/electron/app-protocol.ts';
import type { createFakeElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).createFakeElectron());

const { seen } = electron as unknown as ReturnType<typeof createFakeElectron>;
const hash = 'a'.repeat(64);
let folder: string;
let handle: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brulion-protocol-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>The page</p>');
  writeFileSync(join(folder, 'renderer', 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'picture'), 'bytes of a picture');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'renderer', 'link.txt'));
  const mediaFile = (asked: string) =>
    asked === hash ? { path: join(folder, 'picture'), mime: 'image/webp' } : null;
  serveApp({ mediaFile }, join(folder, 'renderer'));
  handle = seen.handlers.get('app') as never;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `address` stays as it is: a Request would put it in order first. */
function ask(address: string, method = 'GET'): Promise<Response> {
  return handle({ url: address, method } as Request);
}

describe('serves', () => {
  test.each([
    ['app://brulion/', 'text/html; charset=utf-8', '<p>The page</p>'],
    ['app://brulion/?query#hash', 'text/html; charset=utf-8', '<p>The page</p>'],
    ['app://brulion/assets/main.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('%s under the page’s policy', async (address, type, body) => {
    const response = await ask(address);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': contentSecurityPolicy([]),
      'x-content-type-options': 'nosniff',
    });
    expect(await response.text()).toBe(body);
  });

  test('a picture of the library as content only, with the library’s type', async () => {
    const response = await ask(`app://brulion/media/${hash}`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-security-policy': contentOnlyPolicy,
      'x-content-type-options': 'nosniff',
    });
    expect(await response.text()).toBe('bytes of a picture');
  });
});

describe('answers 404 and nothing more to', () => {
  test.each([
    'app://evil/',
    'app://brulion.evil.example/',
    'app://evil/assets/main.js',
    `app://evil/media/${hash}`,
    'app://brulion:1/',
    'app://brulion/../secret.txt',
    'app://brulion/%2e%2e/secret.txt',
    'app://brulion/%2e%2e%2fsecret.txt',
    'app://brulion/..%5csecret.txt',
    'app://brulion/assets/..%2f..%2fsecret.txt',
    'app://brulion/index.html%00',
    'app://brulion/%ff',
    'app://brulion/link.txt',
    'app://brulion//etc/passwd',
    `app://brulion/media/${'b'.repeat(64)}`,
    `app://brulion/media/${hash}/`,
    `app://brulion/media/${hash.toUpperCase()}`,
    'app://brulion/media/..%2f..%2fsecret.txt',
    'app://brulion/site/00000000-0000-7000-8000-000000000000/index.html',
  ])('%s', async (address) => {
    const response = await ask(address);
    expect(response.status).toBe(404);
    expect(response.body).toBeNull();
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    expect((await ask('app://brulion/', method)).status).toBe(404);
  });
});

test('the desktop page may reach no network at all', () => {
  const [connect] = contentSecurityPolicy([])
    .split('; ')
    .filter((directive) => directive.startsWith('connect-src'));
  expect(connect).toBe("connect-src 'self'");
});

test('the scheme is a secure origin, without leave to pass over a policy', () => {
  registerAppScheme();
  expect(seen.schemes).toHaveLength(1);
  expect(seen.schemes[0]).toMatchObject({ scheme: 'app', privileges: { standard: true, secure: true } });
  expect(seen.schemes[0]?.privileges['bypassCSP']).toBeUndefined();
  expect(seen.schemes[0]?.privileges['corsEnabled']).toBeUndefined();
});
