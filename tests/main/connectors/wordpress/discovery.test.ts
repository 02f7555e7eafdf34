import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectWordPress, discoverWordPress } from '#main/connectors/registry.ts';
import { findWordPress } from '#main/connectors/wordpress/discovery.ts';
import { startWordPress, type TestWordPress } from '#tests/servers/wordpress/server.ts';
import { failureOf } from '../failure.ts';
import { adminCall } from './admin-call.ts';

const signal = AbortSignal.timeout(120_000);
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const discoveryCode = async (address: string) =>
  (await failureOf(discoverWordPress(address, signal))) as { code: string };

describe('a WordPress with pretty permalinks', () => {
  let blog: TestWordPress;
  beforeAll(async () => void (blog = await startWordPress()));
  afterAll(() => blog.stop());

  it.each([
    '',
    '/',
    '/wp-admin/edit.php',
    '/wp-login.php',
    '/hello-world-nothing-here/',
    '/?p=1',
    '/wp-json/wp/v2',
  ])('is found at its address%s', async (path) => {
    const found = await findWordPress(blog.url.replace('http://', '') + path, signal);
    expect(found).toMatchObject({ kind: 'wordpress', name: 'Test blog', apiRoot: `${blog.url}/wp-json/` });
    expect(found.address.replace(/\/$/, '')).toBe(blog.url);
  });

  it('lets an author in, whatever spaces are in the password', async () => {
    const { user, appPassword } = blog.users.author;
    const password = appPassword.match(/.{1,4}/g)?.join(' ') ?? '';
    const connected = await connectWordPress({ address: blog.url, userName: user, password }, signal);
    expect(connected.profile).toMatchObject({ name: 'Test blog', userName: user });
    expect(connected.settings).toEqual({ apiRoot: `${blog.url}/wp-json/` });
  });

  it('refuses a wrong password, and the error does not tell it', async () => {
    const password = 'no such password';
    const error = await failureOf(
      connectWordPress({ address: blog.url, userName: 'admin', password }, signal),
    );
    expect(error).toMatchObject({ code: 'sign-in-refused' });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(password);
  });

  it('refuses a reader who may not write', async () => {
    const reader = await createUser(blog, 'subscriber');
    const error = await failureOf(connectWordPress({ address: blog.url, ...reader }, signal));
    expect(error).toMatchObject({ code: 'role-too-low' });
  });
});

describe('a WordPress without pretty permalinks', () => {
  let blog: TestWordPress;
  beforeAll(async () => void (blog = await startWordPress({ permalinks: 'plain' })));
  afterAll(() => blog.stop());

  it('is found, and signed in to, by ?rest_route=', async () => {
    const { user, appPassword } = blog.users.admin;
    const { settings } = await connectWordPress(
      { address: blog.url, userName: user, password: appPassword },
      signal,
    );
    expect(new URL(settings.apiRoot).searchParams.get('rest_route')).toBe('/');
  });
});

describe('an address where the API is not named', () => {
  const index = JSON.stringify({ name: 'A &amp; B', url: 'http://a.example', namespaces: ['wp/v2'] });

  it('is looked for where it usually is, in a subfolder too', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/blog/wp-json/') response.end(`<br /><b>Notice</b>: x<br />${index}`);
      else response.writeHead(404).end('<h1>Not here</h1>');
    });
    expect(await findWordPress(`${host}/blog/2026/a-post/`, signal)).toMatchObject({
      apiRoot: `http://${host}/blog/wp-json/`,
      name: 'A & B',
    });
  });

  it('is looked for by query', async () => {
    const host = await serve((request, response) => {
      if (request.url?.startsWith('/?rest_route=')) response.end(index);
      else response.end('<h1>Some page</h1>');
    });
    expect((await findWordPress(host, signal)).apiRoot).toBe(`http://${host}/?rest_route=%2F`);
  });

  it('is read from the head of the page when a cache dropped the headers', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/api/') response.end(index);
      else response.end('<html><head><link rel="https://api.w.org/" href="/api/" /></head></html>');
    });
    expect((await findWordPress(host, signal)).apiRoot).toBe(`http://${host}/api/`);
  });

  it('is followed to where the blog moved', async () => {
    const there = await serve((request, response) => {
      if (request.url === '/wp-json/') response.end(index);
      else response.setHeader('link', '</wp-json/>; rel="https://api.w.org/"').end();
    });
    const host = await serve((_, response) =>
      response.writeHead(301, { location: `http://${there}/` }).end(),
    );
    expect((await findWordPress(host, signal)).apiRoot).toBe(`http://${there}/wp-json/`);
  });

  it('is taken although it tells strangers nothing', async () => {
    const host = await serve((request, response) => {
      if (request.url !== '/wp-json/') response.writeHead(404).end();
      else response.writeHead(401).end('{"code":"rest_login_required","message":"Sign in first."}');
    });
    expect(await findWordPress(host, signal)).toMatchObject({ name: host, address: `http://${host}/` });
  });
});

describe('an address that is no blog', () => {
  it('says what is wrong', async () => {
    const page = await serve((_, response) => response.end('<h1>A shop</h1>'));
    expect(await discoveryCode(page)).toMatchObject({ code: 'blog-not-found', details: { address: page } });
    const broken = await serve((_, response) => {
      response.setHeader('link', '</wp-json/>; rel="https://api.w.org/"').end('<h1>Oops</h1>');
    });
    expect(await discoveryCode(broken)).toMatchObject({ code: 'blog-answer-unreadable' });
    const down = await serve((_, response) => response.writeHead(503).end());
    expect(await discoveryCode(down)).toMatchObject({ code: 'blog-unreachable' });
    expect(await discoveryCode('http://nobody.invalid')).toMatchObject({ code: 'blog-unreachable' });
    expect(await discoveryCode('ftp://example.org')).toMatchObject({ code: 'address-invalid' });
    expect(await discoveryCode(`https://${page}`)).toMatchObject({ code: 'blog-tls' });
  });
});

async function createUser(blog: TestWordPress, role: string) {
  const userName = `${role}${randomUUID().slice(0, 8)}`;
  const body = {
    username: userName,
    password: randomUUID(),
    email: `${userName}@example.test`,
    roles: [role],
  };
  const created = await adminCall(blog, 'wp/v2/users', { method: 'POST', body });
  const { id } = (await created.json()) as { id: number };
  const path = `wp/v2/users/${id}/application-passwords`;
  const answer = await adminCall(blog, path, { method: 'POST', body: { name: 'test' } });
  return { userName, password: ((await answer.json()) as { password: string }).password };
}
