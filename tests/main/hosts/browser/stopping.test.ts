/** Starting where one cannot start, and stopping: the port, the library and the windows are let go. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startBrowserHost, type BrowserHost } from '#main/hosts/browser/browser-host.ts';

const token = 'a-token-known-to-the-tests';
const started: BrowserHost[] = [];
let folder: string;

beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'brulion-stopping-'))));
afterEach(async () => {
  for (const host of started.splice(0)) await host.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(port = 0): Promise<BrowserHost> {
  const host = await startBrowserHost({ library: join(folder, 'library'), port, token }, folder, () => {});
  started.push(host);
  return host;
}

async function stop(host: BrowserHost): Promise<void> {
  started.splice(started.indexOf(host), 1);
  await host.stop();
}

async function openSocket({ url }: BrowserHost): Promise<WebSocket> {
  const { host, port } = new URL(url);
  const headers = { cookie: `brulion-${port}=${token}`, origin: `http://${host}` };
  const socket = new WebSocket(`ws://${host}/socket`, { headers });
  await once(socket, 'open');
  return socket;
}

describe('stopping', () => {
  test('tells each window that the host goes away', async () => {
    const host = await start();
    const closed = (await Promise.all([openSocket(host), openSocket(host)])).map((socket) =>
      once(socket, 'close'),
    );
    await stop(host);
    expect((await Promise.all(closed)).map(([code]) => code as number)).toEqual([1001, 1001]);
  });

  test('does not wait for a request that is never finished', async () => {
    const host = await start();
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1');
    const ended = new Promise((resolve) => socket.once('error', resolve).once('close', resolve));
    await once(socket, 'connect');
    socket.write('GET / HTTP/1.1\r\nHost: ');
    await stop(host);
    await ended;
    expect(socket.destroyed).toBe(true);
  });

  test('frees the port and the library for the next start', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await stop(first);
    const again = await start(port);
    expect(new URL(again.url).port).toBe(String(port));
    const socket = await openSocket(again);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});

describe('starting', () => {
  test('on a taken port is refused and leaves the library free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    await expect(start((other.address() as AddressInfo).port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
    expect((await start()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/);
  });

  test('on a library in use is refused and leaves the port free', async () => {
    await start();
    const spare = createServer().listen(0, '127.0.0.1');
    await once(spare, 'listening');
    const { port } = spare.address() as AddressInfo;
    spare.close();
    await once(spare, 'close');
    await expect(start(port)).rejects.toMatchObject({ code: 'library-in-use' });
    const next = createServer().listen(port, '127.0.0.1');
    await once(next, 'listening');
    next.close();
  });
});
