/** A bad network in front of a real blog: one request at a time it does what it is told, or is gone altogether. */
import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Fault } from './fault.ts';
import { cutReply, dripReply, wholeReply, type Reply } from './spoilt-reply.ts';

export type { Fault } from './fault.ts';

export interface ProxiedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The Authorization header; empty without one. */
  readonly authorization: string;
  readonly headers: IncomingHttpHeaders;
}

/** In PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A promise lets something happen on the blog before the request goes on. */
export type Decide = (request: ProxiedRequest) => Fault | null | Promise<Fault | null>;

export interface FaultProxy {
  readonly url: string;
  /** Where requests go. */
  setTarget(url: string): void;
  /** Asked for every request; null lets it through. */
  setFaults(decide: Decide): void;
  /** Only with `tls`: another certificate from the next connection on. */
  setCertificate(certificate: Certificate): void;
  /** Stops listening: what is being answered is answered, and after that connections are refused. */
  leave(): void;
  /** Listens again, at the same port. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export interface FaultProxyOptions {
  /** Speaks https, with this certificate. */
  readonly tls?: Certificate;
  /** How the blog is called; it must lead to this machine. */
  readonly hostname?: string;
}

export async function startFaultProxy({
  tls,
  hostname = '127.0.0.1',
}: FaultProxyOptions = {}): Promise<FaultProxy> {
  let target: URL | null = null;
  let decide: Decide = () => null;
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request;
    const decided = decide({ method, path, authorization: headers.authorization ?? '', headers });
    const fault = decided instanceof Promise ? await decided : decided;
    // Nobody may find a connection open that was made before the proxy left.
    if (!server.listening) response.setHeader('connection', 'close');
    if (!target || fault?.kind === 'lose-request') request.socket.destroy();
    else if (fault?.kind === 'hang') request.resume();
    else if (fault?.kind === 'answer') {
      request.resume();
      answer(response, fault.status, fault.body ?? '<h1>An error</h1>', fault.headers);
    } else if (fault?.kind === 'reset-upload') resetUpload(target, request);
    else forward(target, request, response, fault);
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => request.socket.destroy());
  };
  const secureServer = tls ? createSecureServer(tls, listener) : null;
  const server = secureServer ?? createServer(listener);
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
  let left: Promise<void> | null = null;
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const leave = () =>
    void (left ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    }));
  return {
    url: `${tls ? 'https' : 'http'}://${hostname}:${port}`,
    setTarget: (url) => void (target = new URL(url)),
    setFaults: (next) => void (decide = next),
    setCertificate(certificate) {
      secureServer?.setSecureContext(certificate);
      // What is connected keeps the old one.
      secureServer?.closeAllConnections();
    },
    leave,
    async comeBack() {
      if (!left) return;
      server.closeAllConnections();
      await left;
      left = null;
      await listen(port);
    },
    stop() {
      leave();
      server.closeAllConnections();
      return left ?? Promise.resolve();
    },
  };
}

function forward(target: URL, request: IncomingMessage, response: ServerResponse, fault: Fault | null): void {
  const upstream = sendOn(target, request);
  upstream.on('error', () => request.socket.destroy());
  upstream.on('response', (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    // Only when the blog has said all, so that it has surely acted.
    incoming.on('end', () => {
      const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = incoming.headers;
      const reply: Reply = { status: incoming.statusCode ?? 502, headers, body: Buffer.concat(chunks) };
      switch (fault?.kind) {
        case 'lose-reply':
          return request.socket.destroy();
        case 'hang-after':
          return;
        case 'answer-after':
          return answer(response, fault.status, fault.body ?? '<h1>An error</h1>');
        case 'noise':
          return wholeReply(response, isJson(headers) ? withNoise(reply, fault) : reply);
        case 'cut-reply':
          return cutReply(response, reply);
        case 'drip':
        case 'drip-on':
          return dripReply(response, reply, fault.kind === 'drip-on');
        default:
          return wholeReply(response, reply);
      }
    });
  });
  request.pipe(upstream);
}

const isJson = (headers: IncomingHttpHeaders) => headers['content-type']?.includes('json') ?? false;

function withNoise(reply: Reply, { before = '', after = '' }: Extract<Fault, { kind: 'noise' }>): Reply {
  return { ...reply, body: Buffer.concat([Buffer.from(before), reply.body, Buffer.from(after)]) };
}

function sendOn({ hostname, port }: URL, request: IncomingMessage) {
  return send({
    hostname,
    port,
    method: request.method,
    path: request.url,
    headers: { ...request.headers, connection: 'close' },
  });
}

/** The blog gets half of the body at most, and the sender a reset. */
function resetUpload(target: URL, request: IncomingMessage): void {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length === 0) return void request.socket.resetAndDestroy();
  const upstream = sendOn(target, request);
  // It is cut off on purpose; what the blog's side says to that is of no interest.
  upstream.on('error', () => {});
  let passed = 0;
  request.on('data', (chunk: Buffer) => {
    const part = chunk.subarray(0, Math.max(0, Math.floor(length / 2) - passed));
    passed += part.length;
    upstream.write(part);
    if (passed < Math.floor(length / 2)) return;
    request.removeAllListeners('data');
    upstream.destroy();
    request.socket.resetAndDestroy();
  });
}

function answer(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
}
