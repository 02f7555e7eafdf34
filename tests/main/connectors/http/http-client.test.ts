import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '#main/connectors/connector-error.ts';
import { sendRequest } from '#main/connectors/http/http-client.ts';
import type { HttpRequest } from '#main/connectors/http/http-message.ts';
import { isRefusal, refusal } from '#main/connectors/http/refusal.ts';

const open: (Server | TcpServer)[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(server: Server | TcpServer): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (listener: RequestListener) => listen(createServer(listener));
const never = new AbortController().signal;

function get(url: string, more: Partial<HttpRequest> = {}, signal = never) {
  return sendRequest({ method: 'GET', url: new URL(url), ...more }, signal);
}

function post(url: string, more: Partial<HttpRequest> = {}, signal = never) {
  return sendRequest({ method: 'POST', url: new URL(url), body: '{"a":1}', ...more }, signal);
}

async function failure(work: Promise<unknown>): Promise<ConnectorError> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectorError)) throw error;
  return error;
}

describe('a line that fails', () => {
  it('is offline, and nothing was sent, when nobody listens', async () => {
    const url = await serve(() => {});
    await new Promise((resolve) => open.splice(0)[0]?.close(resolve));
    const error = await failure(post(url));
    expect(error).toMatchObject({ kind: 'offline', info: { mayHaveActed: false } });
  });

  it('is offline, and nothing was sent, when the name is unknown', async () => {
    const error = await failure(post('http://blog.invalid/'));
    expect(error).toMatchObject({ kind: 'offline', info: { mayHaveActed: false } });
  });

  it('may have acted when the connection is hung up after the request', async () => {
    const url = await serve((request) => {
      request.resume().on('end', () => request.socket.destroy());
    });
    expect(await failure(post(url))).toMatchObject({ kind: 'offline', info: { mayHaveActed: true } });
    expect(await failure(get(url))).toMatchObject({ kind: 'offline', info: { mayHaveActed: false } });
  });

  it('may have acted when the answer is cut short', async () => {
    const url = await serve((request, response) => {
      response.writeHead(201, { 'content-length': '1000' });
      response.write('{"id":', () => request.socket.destroy());
    });
    expect(await failure(post(url))).toMatchObject({ kind: 'offline', info: { mayHaveActed: true } });
  });

  it('may have acted when no answer comes in time', async () => {
    const url = await serve(() => {});
    const error = await failure(post(url, { timeoutMs: 80 }));
    expect(error).toMatchObject({ kind: 'timeout', info: { mayHaveActed: true } });
    expect(await failure(get(url, { timeoutMs: 80 }))).toMatchObject({
      kind: 'timeout',
      info: { mayHaveActed: false },
    });
  });

  it('is given up when the caller says so: before sending, nothing has happened', async () => {
    const url = await serve(() => {});
    expect(await failure(post(url, {}, AbortSignal.abort()))).toMatchObject({
      kind: 'aborted',
      info: { mayHaveActed: false },
    });
    const controller = new AbortController();
    open[0]?.once('request', () => controller.abort());
    expect(await failure(post(url, {}, controller.signal))).toMatchObject({
      kind: 'aborted',
      info: { mayHaveActed: true },
    });
  });

  it('is a matter of TLS when the other side speaks none', async () => {
    const url = await serve(() => {});
    expect(await failure(get(url.replace('http:', 'https:')))).toMatchObject({ kind: 'tls' });
  });

  it('is unreadable when the other side speaks no HTTP', async () => {
    const mailServer = createTcpServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.write('220 mail.example.org ESMTP\r\n'));
    });
    const url = await listen(mailServer);
    expect(await failure(post(url))).toMatchObject({
      kind: 'answer-unreadable',
      info: { mayHaveActed: true },
    });
  });
});

describe('an answer', () => {
  it('is refused when it is too long', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(5000)));
    expect(await failure(get(url, { maxBytes: 4999 }))).toMatchObject({ kind: 'answer-unreadable' });
    expect((await get(url, { maxBytes: 5000 })).text).toHaveLength(5000);
  });

  it.each([
    [401, 'sign-in-refused', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [410, 'not-found', false],
    [400, 'rejected', false],
    [413, 'too-large', false],
    [429, 'rate-limited', false],
    [500, 'server-error', true],
    [502, 'server-error', true],
    [503, 'server-error', true],
  ])('with status %i means %s', async (status, kind, mayHaveActed) => {
    const url = await serve((_, response) => {
      response.writeHead(status).end('{"code":"some_code","message":"In words","data":{"status":1}}');
    });
    const answer = await post(url);
    expect(isRefusal(answer)).toBe(true);
    expect(refusal(answer, { method: 'POST' })).toMatchObject({
      kind,
      info: { mayHaveActed, status, serverCode: 'some_code', serverMessage: 'In words' },
    });
    expect(refusal(answer, { method: 'GET' }).info.mayHaveActed).toBe(false);
  });

  it('tells when to try again, in seconds or by the clock of the server', async () => {
    const url = await serve((request, response) => {
      const inSeconds = request.url === '/seconds';
      response.writeHead(503, {
        date: 'Mon, 23 Nov 2026 10:00:00 GMT',
        'retry-after': inSeconds ? '120' : 'Mon, 23 Nov 2026 10:01:30 GMT',
      });
      response.end();
    });
    expect(refusal(await get(`${url}/seconds`), { method: 'GET' }).info.retryAfterMs).toBe(120_000);
    expect(refusal(await get(`${url}/date`), { method: 'GET' }).info.retryAfterMs).toBe(90_000);
  });
});

describe('a redirect', () => {
  const authorization = 'Basic c2VjcmV0LXBhc3N3b3Jk';

  it('within the origin is followed for reading, credentials and all', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end(`${request.url} ${request.headers.authorization}`);
    });
    const answer = await get(`${url}/old`, { authorization });
    expect(answer.text).toBe(`/new ${authorization}`);
    expect(answer.url.pathname).toBe('/new');
  });

  it('to another origin never gets the credentials', async () => {
    const seen: string[] = [];
    const elsewhere = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    const url = await serve((_, response) => response.writeHead(302, { location: `${elsewhere}/x` }).end());
    const error = await failure(get(url, { authorization, redirects: 'anywhere' }));
    expect(error.kind).toBe('redirected');
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain('c2VjcmV0');
    expect(seen).toEqual([]);
    await get(url, { redirects: 'anywhere' });
    expect(seen).toEqual(['/x']);
    expect((await failure(get(url))).kind).toBe('redirected');
  });

  it('of a write is never followed', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(307, { location: '/other' }).end();
    });
    expect(await failure(post(url))).toMatchObject({ kind: 'redirected', info: { mayHaveActed: false } });
    expect(seen).toEqual(['/']);
  });

  it('in a circle ends', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    expect((await failure(get(url))).kind).toBe('answer-unreadable');
  });
});
