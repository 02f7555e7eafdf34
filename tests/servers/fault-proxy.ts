/** A bad network in front of a real blog: loses requests, loses answers after the blog has acted, cuts, delays, refuses. */
import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

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
  /** The blog acts, but something in between answers with an error. */
  | { readonly kind: 'answer-after'; readonly status: number };

export interface ProxiedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The Authorization header; empty without one. */
  readonly authorization: string;
}

export interface FaultProxy {
  readonly url: string;
  /** Where requests go. */
  setTarget(url: string): void;
  /** Asked for every request; null lets it through. */
  setFaults(decide: (request: ProxiedRequest) => Fault | null): void;
  stop(): Promise<void>;
}

export async function startFaultProxy(): Promise<FaultProxy> {
  let target: URL | null = null;
  let decide: (request: ProxiedRequest) => Fault | null = () => null;
  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const fault = decide({ method, path, authorization: headers.authorization ?? '' });
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
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setTarget: (url) => void (target = new URL(url)),
    setFaults: (next) => void (decide = next),
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
      const body = Buffer.concat(chunks);
      if (fault?.kind === 'lose-reply') request.socket.destroy();
      else if (fault?.kind === 'answer-after') answer(response, fault.status, '<h1>An error</h1>');
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
