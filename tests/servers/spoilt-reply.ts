/** A blog's answer on its way through a bad network. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const dripPieces = 12;
const dripPauseMs = 20;

export function wholeReply(response: ServerResponse, reply: Reply): void {
  begin(response, reply).end(reply.body);
}

/** Half of it arrives; a body there is none of (HEAD) leaves nothing to cut but the line. */
export function cutReply(response: ServerResponse, reply: Reply): void {
  begin(response, reply).write(reply.body.subarray(0, reply.body.length / 2), () =>
    response.socket?.destroy(),
  );
}

/** Arrives in pieces; `forever` keeps the last byte back, and the sender must give up. */
export function dripReply(response: ServerResponse, reply: Reply, forever: boolean): void {
  begin(response, reply);
  response.flushHeaders();
  const size = Math.ceil(reply.body.length / dripPieces);
  const end = forever ? reply.body.length - 1 : reply.body.length;
  let at = 0;
  const timer = setInterval(() => {
    const next = Math.min(at + size, end);
    if (next > at) response.write(reply.body.subarray(at, next));
    at = next;
    if (at < end || forever) return;
    clearInterval(timer);
    response.end();
  }, dripPauseMs);
  response.on('close', () => clearInterval(timer));
}

function begin(response: ServerResponse, { status, headers, body }: Reply): ServerResponse {
  // A HEAD has no body, but says how long one would be.
  const length = response.req.method === 'HEAD' ? {} : { 'content-length': body.length };
  return response.writeHead(status, { ...headers, ...length });
}
