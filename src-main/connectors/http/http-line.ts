/** The line that every request takes: connections, looking up of names, and the longest patience with an answer. */
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher } from 'undici';

/** A host that does not answer the door: said apart from a slow answer, for then nothing was sent. */
const connectTimeoutMs = 10_000;

export interface HttpLineOptions {
  /** No exchange is waited for longer than this, ms, whatever the request allows. */
  readonly longestMs?: number;
  /** Looks names up in the system's place. */
  readonly lookup?: LookupFunction;
}

export interface HttpLine {
  readonly dispatcher: Dispatcher;
  readonly longestMs: number;
}

let line = create({});

export function httpLine(): HttpLine {
  return line;
}

/** The seam for tests of bad networks: requests from now on go this way; `{}` is the usual way again. */
export async function setHttpLine(options: HttpLineOptions): Promise<void> {
  const old = line;
  line = create(options);
  await old.dispatcher.close();
}

// undici's own agent and fetch, not Node's copy of them: in Node 24 that can end the process when a server hangs up
// while its answer is being read (nodejs/undici#5360).
function create({ longestMs = Infinity, lookup }: HttpLineOptions): HttpLine {
  const connect = { timeout: connectTimeoutMs, ...(lookup ? { lookup } : {}) };
  return { dispatcher: new Agent({ allowH2: false, connect }), longestMs };
}
