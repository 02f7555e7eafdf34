import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createConnector } from '#main/connectors/registry.ts';
import { failureOf } from '../failure.ts';

const signal = AbortSignal.timeout(60_000);
let server: Server;

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A connector to a server that answers as real ones do on a bad day. */
async function connectorTo(listener: RequestListener, password = 'secret pw') {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { apiRoot: `${address}/wp-json/` };
  return createConnector(
    { id: 'x', kind: 'wordpress', name: 'x', address, userName: 'me', settings },
    password,
  );
}

const post = {
  id: 7,
  status: 'draft',
  slug: 'm',
  title: { raw: 'A &amp; B' },
  content: { raw: '' },
  excerpt: { raw: '' },
  link: 'http://a.example/?p=7',
  date_gmt: '2026-11-23T10:00:00',
  modified_gmt: '2026-11-23T10:00:00',
};

describe('an answer that is not what the API says', () => {
  it('with notices before it is understood', async () => {
    const connector = await connectorTo((_, response) => {
      response.end(`<br />\n<b>Deprecated</b>: x in {y}<br />\n${JSON.stringify(post)}`);
    });
    expect(await connector.reserve('m', 'A & B', signal)).toMatchObject({ id: '7', title: 'A & B' });
  });

  it.each([{ modified_gmt: 'yesterday' }, { date_gmt: '' }])(
    'with a date of garbage is unreadable: %o',
    async (strange) => {
      const connector = await connectorTo((_, response) =>
        response.end(JSON.stringify({ ...post, ...strange })),
      );
      expect(await failureOf(connector.reserve('m', 'x', signal))).toMatchObject({
        kind: 'answer-unreadable',
        info: { mayHaveActed: true },
      });
    },
  );

  it.each([
    [
      { name: '', home: '//', url: 'http://a.example' },
      { name: 'a.example', address: 'http://a.example' },
    ],
    [
      { name: 'A', home: 'javascript:1', url: '/' },
      { name: 'A', address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) as string },
    ],
  ])('with an address of garbage takes the other, or where it was found: %o', async (index, expected) => {
    const connector = await connectorTo((request, response) => {
      const user = { id: 1, name: 'Me', capabilities: { edit_posts: true } };
      response.end(JSON.stringify(request.url?.includes('users/me') ? user : index));
    });
    expect(await connector.verify(signal)).toMatchObject(expected);
  });

  it('to a write may mean that it was done', async () => {
    const connector = await connectorTo((_, response) => response.end('<h1>Thank you</h1>'));
    const error = await failureOf(connector.reserve('m', 'x', signal));
    expect(error).toMatchObject({ kind: 'answer-unreadable', info: { mayHaveActed: true } });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('secret');
    expect(await failureOf(connector.findReserved('m', signal))).toMatchObject({
      kind: 'answer-unreadable',
      info: { mayHaveActed: false },
    });
  });

  it.each(['<h1>Not Found</h1>', '{"code":"rest_no_route","message":"No route was found."}'])(
    'says that the API is gone, not that the post is: %s',
    async (body) => {
      const connector = await connectorTo((_, response) => response.writeHead(404).end(body));
      expect(await failureOf(connector.read('7', signal))).toMatchObject({ kind: 'answer-unreadable' });
      const content = connector.render({
        document: {
          documentVersion: 1,
          title: 'x',
          body: { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [] } },
          excerpt: '',
          slug: '',
          categories: [],
          tags: [],
          featuredImage: null,
          language: 'en',
        },
        media: new Map(),
        categories: [],
        tags: [],
      });
      const fill = connector.fill({ remoteId: '7', content, status: 'draft', date: null }, signal);
      expect(await failureOf(fill)).toMatchObject({ kind: 'answer-unreadable' });
    },
  );

  it('of a captive portal is not the blog', async () => {
    const portal = await connectorTo((_, response) => response.end('<title>Hotel</title>'));
    expect(await portal.ping(signal)).toBe(false);
  });
});

describe('a post whose link is no address of the web', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/?p=7', ''])(
    '“%s” is offered to nobody, and has no page to look at',
    async (link) => {
      const connector = await connectorTo((_, response) => response.end(JSON.stringify({ ...post, link })));
      const found = await connector.read('7', signal);
      expect(found).toMatchObject({ permalink: '', openUrl: '' });
      expect(await failureOf(connector.readLivePage(found!, signal))).toMatchObject({
        kind: 'answer-unreadable',
      });
    },
  );
});

describe('a blog that repeats what it was told', () => {
  const token = Buffer.from('me:secret pw').toString('base64');
  const everything = `Basic ${token} secret pw secretpw secret%20pw`;

  it('in an error is not repeated', async () => {
    const connector = await connectorTo((_, response) => {
      response.statusCode = 403;
      response.end(JSON.stringify({ code: everything, message: everything, data: { header: everything } }));
    });
    const error = await failureOf(connector.reserve('m', 'x', signal));
    expect(error).toMatchObject({ kind: 'forbidden' });
    expect(inspect(error, { depth: 9 })).not.toMatch(/secret|pw|bWU6/);
  });

  it('in a redirect is not repeated either', async () => {
    const connector = await connectorTo((_, response) => {
      response.writeHead(302, { location: `http://a.example/${encodeURI(everything)}?x=${token}` }).end();
    });
    const error = await failureOf(connector.reserve('m', 'x', signal));
    expect(error).toMatchObject({ kind: 'redirected' });
    expect(inspect(error, { depth: 9 })).not.toMatch(/secret|bWU6/);
  });

  it('keeps the codes that decide what happens, whatever the password is', async () => {
    const message = 'Invalid post ID.';
    const connector = await connectorTo((_, response) => {
      response.statusCode = 404;
      response.end(JSON.stringify({ code: 'rest_post_invalid_id', message }));
    }, 'rest_post_invalid_id');
    expect(await connector.read('7', signal)).toBeNull();
  });
});
