/** Every bad thing that is done to a request, and what a job that stops for it may say. */
import type { ProblemCode } from '#shared/contract/publishing.ts';
import type { Fault } from '../servers/fault.ts';

/** Connections are refused, or names are not found, from this request on and until the job has waited. */
export type Outage = 'refused' | 'ENOTFOUND' | 'EAI_AGAIN';

export interface FaultCase {
  readonly name: string;
  /** Made anew for each use: some speak of the time. */
  readonly make: () => Fault | Outage;
  readonly reason: ProblemCode;
  /** No answer comes: the client must give up in the test's time. */
  readonly hangs?: boolean;
  /** How long the server asked to be left alone, ms. */
  readonly askedMs?: number;
}

const minuteMs = 60_000;
const portal = '<!doctype html><title>Hotel</title><form>Log in to the hotel’s network</form>';
const always =
  <T>(value: T) =>
  () =>
    value;
const answered = (
  name: string,
  status: number,
  reason: ProblemCode,
  rest: { headers?: () => Record<string, string>; askedMs?: number; body?: string } = {},
): FaultCase => ({
  name,
  reason,
  ...(rest.askedMs === undefined ? {} : { askedMs: rest.askedMs }),
  make: () => ({
    kind: 'answer',
    status,
    ...(rest.headers ? { headers: rest.headers() } : {}),
    ...(rest.body === undefined ? {} : { body: rest.body }),
  }),
});

export const faultCases: readonly FaultCase[] = [
  { name: 'request lost', make: always({ kind: 'lose-request' }), reason: 'offline' },
  { name: 'reset in mid-upload', make: always({ kind: 'reset-upload' }), reason: 'offline' },
  { name: 'reply lost', make: always({ kind: 'lose-reply' }), reason: 'offline' },
  { name: 'reply cut', make: always({ kind: 'cut-reply' }), reason: 'offline' },
  { name: 'never heard, no answer', make: always({ kind: 'hang' }), reason: 'timeout', hangs: true },
  { name: 'acted, no answer', make: always({ kind: 'hang-after' }), reason: 'timeout', hangs: true },
  { name: 'drips', make: always({ kind: 'drip' }), reason: 'timeout' },
  { name: 'drips without end', make: always({ kind: 'drip-on' }), reason: 'timeout', hangs: true },
  { name: 'connection refused', make: always('refused'), reason: 'offline' },
  { name: 'name not found', make: always('ENOTFOUND'), reason: 'offline' },
  { name: 'name service away', make: always('EAI_AGAIN'), reason: 'offline' },
  answered('500', 500, 'server-error'),
  answered('502', 502, 'server-error'),
  answered('503, come back in a minute', 503, 'server-error', {
    headers: () => ({ 'retry-after': '60' }),
    askedMs: minuteMs,
  }),
  answered('429, come back in a minute', 429, 'rate-limited', {
    headers: () => ({ 'retry-after': '60' }),
    askedMs: minuteMs,
  }),
  answered('429, come back at a time', 429, 'rate-limited', {
    headers: () => ({
      date: new Date().toUTCString(),
      'retry-after': new Date(Date.now() + minuteMs).toUTCString(),
    }),
    askedMs: minuteMs,
  }),
  answered('captive portal', 200, 'answer-unreadable', { body: portal }),
  answered('401 of a proxy', 401, 'answer-unreadable', { body: portal }),
  answered('403 of a proxy', 403, 'answer-unreadable', { body: portal }),
  { name: 'acted, 500', make: always({ kind: 'answer-after', status: 500 }), reason: 'server-error' },
  { name: 'acted, 504', make: always({ kind: 'answer-after', status: 504 }), reason: 'server-error' },
];
