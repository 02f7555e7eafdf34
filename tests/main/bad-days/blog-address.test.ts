/** What can be wrong with an address one types: each is told as what it is, and the password goes to nobody else. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { connectWordPress } from '#main/connectors/registry.ts';
import { failureOf } from '../connectors/failure.ts';

const index = JSON.stringify({ name: 'Blog', url: 'http://a.example', namespaces: ['wp/v2'] });
const servers: Server[] = [];
/** What each server was sent, as text. */
let heard: string[] = [];

afterEach(async () => {
  heard = [];
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener, server: Server = createServer()): Promise<number> {
  server.on('request', (request, response) => {
    heard.push(
      `${request.headers.host} ${request.method} ${request.url} ${request.headers.authorization ?? ''}`,
    );
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const connect = (address: string) =>
  failureOf(
    connectWordPress({ address, userName: 'ala', password: 'abcd efgh ijkl' }, AbortSignal.timeout(20_000)),
  );

test.each<[string, RequestListener, string]>([
  ['a page of anything else', (_, response) => response.end('<h1>A shop</h1>'), 'blog-not-found'],
  [
    'a blog behind a login page it leads to',
    (request, response) => {
      if (request.url?.startsWith('/wp-login.php')) response.end('<form><input type="password"></form>');
      else response.writeHead(302, { location: '/wp-login.php?redirect_to=%2F' }).end();
    },
    'blog-behind-login',
  ],
  [
    'a blog whose API answers with a login page',
    (request, response) => {
      if (request.url === '/') response.setHeader('link', '</wp-json/>; rel="https://api.w.org/"');
      response.setHeader('content-type', 'text/html').end('<form><input type="password"></form>');
    },
    'blog-behind-login',
  ],
  [
    'a blog that asks for a password of its server',
    (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="Staging"' }).end('No'),
    'blog-behind-login',
  ],
  ['a server that is down for now', (_, response) => response.writeHead(503).end(), 'blog-unreachable'],
])('%s', async (_what, listener, code) => {
  const port = await serve(listener);
  expect(await connect(`127.0.0.1:${port}`)).toMatchObject({ name: 'CodedError', code });
  expect(heard.filter((request) => request.includes('Basic'))).toEqual([]);
});

test('a blog whose API is switched off', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/') response.end('<html><head><title>Blog</title></head></html>');
    else response.writeHead(403).end('{"code":"rest_disabled","message":"REST API is off."}');
  });
  expect(await connect(`127.0.0.1:${port}`)).toMatchObject({ code: 'blog-answer-unreadable' });
});

test.each([301, 302, 303, 307, 308])(
  'an API that redirects to another host (%i) gets no password there, nor here after that',
  async (status) => {
    const other = await serve((_, response) => response.end(index));
    const port = await serve((request, response) => {
      if (request.url === '/' && !request.headers.authorization)
        response.setHeader('link', '</wp-json/>; rel="https://api.w.org/"').end();
      else if (!request.headers.authorization) response.end(index);
      else response.writeHead(status, { location: `http://localhost:${other}/wp-json/` }).end();
    });
    expect(await connect(`127.0.0.1:${port}`)).toMatchObject({ name: 'CodedError' });
    expect(heard.some((request) => request.includes(`:${port} `) && request.includes('Basic'))).toBe(true);
    expect(
      heard.filter((request) => request.includes(`localhost:${other}`) && request.includes('Basic')),
    ).toEqual([]);
  },
);

const openssl = (() => {
  try {
    return execFileSync('openssl', ['version']).toString();
  } catch {
    // Then there is no certificate to be had here, and the tests below are skipped.
    return null;
  }
})();

describe.skipIf(openssl === null)('a certificate that proves nothing', () => {
  function certificate(name: string, days: readonly string[]): { key: Buffer; cert: Buffer } {
    const folder = mkdtempSync(join(tmpdir(), 'brulion-certificate-'));
    try {
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      const options = [
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-x509',
        '-subj',
        `/CN=${name}`,
        '-addext',
        `subjectAltName=DNS:${name}`,
      ];
      execFileSync('openssl', ['req', ...options, ...days, '-keyout', key, '-out', cert], {
        stdio: 'ignore',
      });
      return { key: readFileSync(key), cert: readFileSync(cert) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test.each([
    ['signed by itself', 'localhost', ['-days', '2']],
    ['of another name', 'blog.example', ['-days', '2']],
  ])('%s: said so, and nothing is sent', async (_what, name, days) => {
    const port = await serve((_, response) => response.end(index), createTlsServer(certificate(name, days)));
    expect(await connect(`https://localhost:${port}`)).toMatchObject({
      name: 'CodedError',
      code: 'blog-tls',
    });
    expect(heard).toEqual([]);
  });
});
