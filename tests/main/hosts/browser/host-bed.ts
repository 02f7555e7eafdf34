/** A real browser host on a free port, in a temporary folder, and requests to it that no browser would send. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';
import { startBrowserHost } from '#main/hosts/browser/browser-host.ts';
import type { Message } from '#shared/contract/envelope.ts';

export const token = 'a-token-known-to-the-tests';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

export interface HostBed {
  readonly folder: string;
  readonly rendererFolder: string;
  readonly port: number;
  readonly address: string;
  /** Headers of our own page: its cookie and its origin. */
  readonly ours: { readonly cookie: string; readonly origin: string };
  /** What the host wrote into its log, at any level but info. */
  readonly complaints: readonly string[];
  /** `path` goes out as it is; the cookie goes along unless headers say otherwise. */
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  /** Sends these very bytes and answers everything that comes back until the host hangs up. */
  exchange(bytes: string): Promise<string>;
  /** An open socket of our own page. */
  openSocket(): Promise<WebSocket>;
  stop(): Promise<void>;
}

export async function createHostBed(): Promise<HostBed> {
  const folder = await mkdtemp(join(tmpdir(), 'brulion-host-'));
  const rendererFolder = join(folder, 'renderer');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(rendererFolder, 'index.html'), '<p>The page</p>');
  await writeFile(join(rendererFolder, 'assets', 'main.js'), 'export {};');
  const complaints: string[] = [];
  const host = await startBrowserHost(
    { library: join(folder, 'library'), port: 0, token },
    rendererFolder,
    (level, message) => void (level === 'info' || complaints.push(message)),
  );
  const port = Number(new URL(host.url).port);
  const address = `127.0.0.1:${port}`;
  const ours = { cookie: `brulion-${port}=${token}`, origin: `http://${address}` };

  return {
    folder,
    rendererFolder,
    port,
    address,
    ours,
    complaints,
    ask: (path, headers = {}, method = 'GET') =>
      new Promise((resolve, reject) => {
        const all = { host: address, cookie: ours.cookie, ...headers };
        const asked = request({ host: '127.0.0.1', port, path, method, headers: all }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              bytes: Buffer.concat(parts),
            }),
          );
        });
        asked.on('error', reject).end();
      }),
    async exchange(bytes) {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.write(bytes);
      await once(socket, 'end');
      socket.destroy();
      return text;
    },
    async openSocket() {
      const socket = new WebSocket(`ws://${address}/socket`, { headers: ours });
      await once(socket, 'open');
      return socket;
    },
    async stop() {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sends an envelope, or anything else, and answers the next message that is not an event. */
export function say(socket: WebSocket, envelope: unknown): Promise<Message> {
  const answer = heard(socket, ({ type }) => type !== 'event');
  socket.send(encode(envelope, { maxDepth: 10_000 }));
  return answer;
}

/** The next message of this sort; fails when the socket closes first. */
export function heard(socket: WebSocket, isWanted: (message: Message) => boolean): Promise<Message> {
  return new Promise((resolve, reject) => {
    const listen = (data: Buffer) => {
      const message = decode(data) as Message;
      if (!isWanted(message)) return;
      socket.off('message', listen);
      socket.off('close', fail);
      resolve(message);
    };
    const fail = (code: number) => reject(new Error(`The socket closed with ${code}.`));
    socket.on('message', listen);
    socket.on('close', fail);
  });
}

/** An upgrade request as it goes over the wire. */
export function upgradeText(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version': '13',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
