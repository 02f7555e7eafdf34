/** Stands before a blog and keeps what was asked of it, so that the same can be asked again. */
import { createServer, request as send, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

export interface Recorder {
  readonly url: string;
  setTarget(url: string): void;
  begin(): void;
  /** What came since `begin`, in order; nothing is kept from now on. */
  end(): readonly RecordedRequest[];
  stop(): Promise<void>;
}

/** These belong to one connection, not to the request. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);

export async function startRecorder(): Promise<Recorder> {
  let target = new URL('http://127.0.0.1:1');
  let kept: RecordedRequest[] | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      kept?.push({
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: headersOf(request),
        body,
      });
      const { hostname, port } = target;
      const upstream = send({
        hostname,
        port,
        method: request.method,
        path: request.url,
        headers: { ...request.headers, connection: 'close', 'content-length': body.length },
      });
      upstream.on('error', () => response.destroy());
      upstream.on('response', (reply) => {
        const { connection: _connection, ...headers } = reply.headers;
        response.writeHead(reply.statusCode ?? 502, headers);
        reply.pipe(response);
      });
      upstream.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setTarget: (url) => void (target = new URL(url)),
    begin: () => void (kept = []),
    end() {
      const requests = kept ?? [];
      kept = null;
      return requests;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      ownHeaders.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}
