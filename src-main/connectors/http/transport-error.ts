/** Failures of the line itself, before any answer could be read: which kind, and may the request have acted? */
import { ConnectorError, type ConnectorErrorKind } from '../connector-error.ts';
import { onlyReads, type HttpRequest } from './http-message.ts';

interface Exchange extends Pick<HttpRequest, 'method' | 'url'> {
  /** False when not a byte was sent. */
  readonly sent: boolean;
  readonly signal: AbortSignal;
}

interface Failure {
  readonly kind: ConnectorErrorKind;
  readonly words: string;
  /** True when the connection was not made: the request cannot have reached the blog. */
  readonly neverSent: boolean;
}

const certificateCodes = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
]);

const notTlsCodes = new Set(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']);

/** Errors of looking up and connecting, whatever call reports them. */
const notConnectedCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Turns what fetch threw into a ConnectorError. The message names the host, never a header or the body. */
export function transportError(error: unknown, exchange: Exchange): ConnectorError {
  const { kind, words, neverSent } = classify(error, exchange.signal);
  const mayHaveActed = exchange.sent && !neverSent && !onlyReads(exchange);
  return new ConnectorError(kind, `${exchange.url.host}: ${words}`, { mayHaveActed, cause: error });
}

/** True when nobody answers at this address over https, or what answers there is not TLS at all. */
export function speaksNoHttps({ kind, info }: ConnectorError): boolean {
  return kind === 'offline' || (kind === 'tls' && notTlsCodes.has(rootCause(info.cause).code));
}

function classify(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) {
    const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
    return timedOut
      ? { kind: 'timeout', words: 'no answer in time', neverSent: false }
      : { kind: 'aborted', words: 'the request was given up', neverSent: false };
  }
  const { code, syscall } = rootCause(error);
  if (certificateCodes.has(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS_')) {
    return { kind: 'tls', words: `no trusted connection (${code})`, neverSent: true };
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return { kind: 'tls', words: `no secure connection (${code})`, neverSent: false };
  }
  if (notConnectedCodes.has(code) || syscall === 'connect' || syscall === 'getaddrinfo') {
    return { kind: 'offline', words: `not reached (${code})`, neverSent: true };
  }
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return { kind: 'timeout', words: 'no answer in time', neverSent: false };
  }
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') {
    return { kind: 'answer-unreadable', words: `not an HTTP answer (${code})`, neverSent: false };
  }
  return { kind: 'offline', words: `the connection broke (${code || 'closed'})`, neverSent: false };
}

/** fetch wraps: TypeError → cause → (one error per address tried) → the system's own error. */
function rootCause(error: unknown): { code: string; syscall: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return rootCause(error.errors[0]);
  if (!(error instanceof Error)) return { code: '', syscall: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const syscall = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : '';
  if (code === '' && error.cause !== undefined) return rootCause(error.cause);
  // Node's parser does not always give its errors a code.
  return { code: code === '' && error.name === 'HTTPParserError' ? 'HPE_INVALID' : code, syscall };
}
