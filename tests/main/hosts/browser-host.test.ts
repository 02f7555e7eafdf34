/** The browser host refuses everybody but its own pages. Real requests to a real host. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';
import { startBrowserHost, type BrowserHost } from '#main/hosts/browser/browser-host.ts';

const token = '-a-token-that-begins-with-a-hyphen-';
let folder: string;
let host: BrowserHost;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brulion-host-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>The page</p>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'renderer', 'assets', 'link.txt'));
  host = await startBrowserHost(
    { library: join(folder, 'library'), port: 0, token },
    join(folder, 'renderer'),
    () => {},
  );
  port = Number(new URL(host.url).port);
});

afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** `path` goes out as it is, unnormalised. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    )
      .on('error', reject)
      .end();
  });
}

const cookie = () => `brulion-${port}=${token}`;
const ours = () => ({ cookie: cookie(), origin: `http://127.0.0.1:${port}` });

function connect(headers: Record<string, string>): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, {
    headers: { host: `127.0.0.1:${port}`, ...headers },
  });
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => resolve(0));
  });
}

describe('pages', () => {
  test('the token lets a browser in by a cookie, and leaves the address', async () => {
    const first = await ask(`/?token=${token}`);
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    const page = await ask('/', { cookie: cookie() });
    expect(page).toMatchObject({ status: 200, body: '<p>The page</p>' });
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  test.each([
    ['no token', '/', {}],
    ['a wrong token', '/?token=wrong-token', {}],
    ['a wrong cookie', '/', { cookie: 'brulion-0=x' }],
  ])('%s is refused', async (_what, path, headers) => {
    expect((await ask(path, headers)).status).toBe(401);
  });

  test.each([
    ['a foreign Host, as DNS rebinding has', { host: 'evil.example' }],
    ['a foreign Host with our port', { host: 'evil.example:1' }],
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['no origin at all', { origin: 'null' }],
  ])('%s is refused, even with the cookie', async (_what, headers) => {
    expect((await ask('/', { cookie: cookie(), ...headers })).status).toBe(403);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%00secret.txt',
    '/assets/link.txt',
    '/%ff',
    '//etc/passwd',
    '/media/../../library/library.sqlite',
    `/media/${'0'.repeat(64)}`,
    '/site/not-an-account/index.html',
  ])('%s leads nowhere', async (path) => {
    const answer = await ask(path, { cookie: cookie() });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toBe('secret');
  });

  test('nothing but reading is done by HTTP', async () => {
    expect((await ask('/', ours(), 'POST')).status).toBe(404);
  });
});

describe('the socket', () => {
  test.each([
    ['no cookie', () => ({ origin: `http://127.0.0.1:${port}` })],
    ['no Origin', () => ({ cookie: cookie() })],
    ['a foreign Origin', () => ({ cookie: cookie(), origin: 'http://evil.example' })],
    ['a foreign Host', () => ({ ...ours(), host: 'evil.example' })],
    ['a wrong token', () => ({ ...ours(), cookie: `brulion-${port}=wrong` })],
  ])('refuses %s', async (_what, headers) => {
    expect(await connect(headers())).toBeTypeOf('number');
  });

  test.each([
    [
      'a bad argument',
      { type: 'call', id: 1, member: 'posts.list', input: { limit: 100_000 } },
      'bad-argument',
    ],
    ['an unknown member', { type: 'call', id: 1, member: 'posts.constructor' }, 'unknown-member'],
    ['a member of every object', { type: 'call', id: 1, member: '__proto__.toString' }, 'unknown-member'],
  ])('answers %s with a coded error', async (_what, message, code) => {
    const socket = await connect(ours());
    if (typeof socket === 'number') throw new Error(`The socket answered ${socket}.`);
    const answer = new Promise<unknown>((resolve) =>
      socket.once('message', (data: Buffer) => resolve(decode(data))),
    );
    socket.send(encode(message));
    expect(await answer).toMatchObject({ type: 'error', id: 1, error: { code } });
    socket.close();
  });

  test('survives what is no message at all', async () => {
    for (const nonsense of [
      Buffer.from([0xc1]),
      Buffer.from('{}'),
      encode({ type: 'call' }),
      encode('x'.repeat(10_000)),
    ]) {
      const socket = await connect(ours());
      if (typeof socket === 'number') throw new Error(`The socket answered ${socket}.`);
      socket.send(nonsense);
      const answered = new Promise((resolve) => {
        socket.once('message', resolve);
        socket.once('close', resolve);
      });
      await answered;
      socket.close();
    }
    expect(await connect(ours())).toBeInstanceOf(WebSocket);
  });
});
