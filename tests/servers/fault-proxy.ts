/** A bad network in front of a real blog: loses requests, loses answers after the blog has acted, cuts, delays, refuses. */
import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** In PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export type Fault =
  /** The blog never hears of it. */
  | { readonly kind: 'lose-request' }
  /** The blog acts, and its answer is lost. */
  | { readonly kind: 'lose-reply' }
  /** The blog acts, and half of its answer arrives. */
  | { readonly kind: 'cut-reply' }
  /** Something in between answers in the blog's place. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The blog acts, but something in between answers with an error, or with nothing at all. */
  | { readonly kind: 'answer-after'; readonly status: number; readonly body?: string }
  /** The blog acts, and its answer comes with noise around it. */
  | { readonly kind: 'noise'; readonly before?: string; readonly after?: string };

export interface ProxiedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
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
  stop(): Promise<void>;
}

export interface FaultProxyOptions {
  /** Speaks https, with this certificate. */
  readonly tls?: Certificate;
  /** The name in its address. */
  readonly hostname?: '127.0.0.1' | 'localhost';
}

export async function startFaultProxy({
  tls,
  hostname = '127.0.0.1',
}: FaultProxyOptions = {}): Promise<FaultProxy> {
  let target: URL | null = null;
  let decide: Decide = () => null;
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const fault = await decide({ method, path: url, headers });
    if (!target || fault?.kind === 'lose-request') {
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'answer') {
      request.resume();
      answer(response, fault.status, fault.body ?? '<h1>An error</h1>', fault.headers);
      return;
    }
    forward(target, request, response, fault);
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => request.socket.destroy());
  };
  const secureServer = tls ? createSecureServer(tls, listener) : null;
  const server = secureServer ?? createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${tls ? 'https' : 'http'}://${hostname}:${(server.address() as AddressInfo).port}`,
    setTarget: (url) => void (target = new URL(url)),
    setFaults: (next) => void (decide = next),
    setCertificate(certificate) {
      secureServer?.setSecureContext(certificate);
      // What is connected keeps the old one.
      secureServer?.closeAllConnections();
    },
    stop: () => stop(server),
  };
}

function forward(target: URL, request: IncomingMessage, response: ServerResponse, fault: Fault | null): void {
  const { hostname, port } = target;
  const upstream = send({
    hostname,
    port,
    method: request.method,
    path: request.url,
    headers: { ...request.headers, connection: 'close' },
  });
  upstream.on('error', () => request.socket.destroy());
  upstream.on('response', (reply) => {
    const chunks: Buffer[] = [];
    reply.on('data', (chunk: Buffer) => chunks.push(chunk));
    // Only when the blog has said all, so that it has surely acted.
    reply.on('end', () => {
      const noise = fault?.kind === 'noise' && reply.headers['content-type']?.includes('json') ? fault : null;
      const body = Buffer.concat([
        Buffer.from(noise?.before ?? ''),
        ...chunks,
        Buffer.from(noise?.after ?? ''),
      ]);
      if (fault?.kind === 'lose-reply') request.socket.destroy();
      else if (fault?.kind === 'answer-after')
        answer(response, fault.status, fault.body ?? '<h1>An error</h1>');
      else {
        const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = reply.headers;
        response.writeHead(reply.statusCode ?? 502, { ...headers, 'content-length': body.length });
        if (fault?.kind === 'cut-reply')
          response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
        else response.end(body);
      }
    });
  });
  request.pipe(upstream);
}

function answer(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
