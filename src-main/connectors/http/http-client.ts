/**
 * HTTP as connectors need it: one request, one answer, bounded in time and size, and every failure a
 * ConnectorError that says honestly whether the request may have acted.
 */
import { fetch, type Response } from 'undici';
import { ConnectorError } from '../connector-error.ts';
import { readBounded } from './bounded-body.ts';
import { httpLine } from './http-line.ts';
import { onlyReads, type HttpAnswer, type HttpRequest } from './http-message.ts';
import { redact } from './redact.ts';
import { transportError } from './transport-error.ts';

const defaultTimeoutMs = 30_000;
const defaultMaxBytes = 32 * 1024 * 1024;
const maxRedirects = 5;

/** Sends a request and reads the whole answer, whatever its status. Throws ConnectorError, nothing else. */
export async function sendRequest(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const deadline = AbortSignal.timeout(Math.min(request.timeoutMs ?? defaultTimeoutMs, httpLine().longestMs));
  const either = AbortSignal.any([signal, deadline]);
  let url = request.url;
  for (let hops = 0; ; hops++) {
    const step = await exchange({ ...request, url }, either);
    if (!('redirectTo' in step)) return step;
    if (!mayFollow(request, url, step.redirectTo)) throw redirected(request, step.status, step.redirectTo);
    if (hops === maxRedirects) throw inCircles(request, step.status);
    url = step.redirectTo;
  }
}

async function exchange(request: HttpRequest, signal: AbortSignal) {
  const { method, url, body, authorization } = request;
  // Said before fetch is called, so that nothing was sent.
  if (signal.aborted) throw transportError(signal.reason, { ...request, sent: false, signal });
  try {
    const response = await fetch(url, {
      dispatcher: httpLine().dispatcher,
      method,
      redirect: 'manual',
      signal,
      headers: {
        'user-agent': 'Brulion',
        ...request.headers,
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const redirectTo = redirectTarget(response, url);
    if (redirectTo) {
      await response.body?.cancel();
      return { status: response.status, redirectTo };
    }
    const text = await readBounded(response, request.maxBytes ?? defaultMaxBytes, onlyReads(request));
    return { status: response.status, headers: response.headers, url, text } satisfies HttpAnswer;
  } catch (error) {
    if (error instanceof ConnectorError) throw error;
    throw transportError(error, { ...request, sent: true, signal });
  }
}

function redirectTarget(response: Response, from: URL): URL | null {
  if (response.status < 300 || response.status > 399) return null;
  const location = response.headers.get('location');
  return location === null ? null : URL.parse(location, from.href);
}

function mayFollow(request: HttpRequest, from: URL, to: URL): boolean {
  if (!onlyReads(request)) return false;
  if (to.origin === from.origin) return true;
  if (request.authorization !== undefined) return false;
  const downgrade = from.protocol === 'https:' && to.protocol !== 'https:';
  if (request.redirects === 'anywhere') return !downgrade && /^https?:$/.test(to.protocol);
  return from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname;
}

/** A fault of the server's, and no other address. Only reads get here. */
function inCircles({ url }: HttpRequest, status: number): ConnectorError {
  return new ConnectorError('answer-unreadable', `${url.origin} redirects in circles.`, {
    mayHaveActed: false,
    status,
  });
}

function redirected(request: HttpRequest, status: number, to: URL): ConnectorError {
  const words = `${request.url.origin} redirects to ${to.origin}${to.pathname}.`;
  return new ConnectorError('redirected', redact(words, request.authorization), {
    // 303 is an answer to a form that was taken; the others ask to send the request elsewhere instead.
    mayHaveActed: status === 303 && !onlyReads(request),
    status,
    // Where to, and no more of the address: a server may write there what it was told.
    redirectTo: new URL(to.origin),
  });
}
