/**
 * Who may speak with the browser host: only pages it served itself, to someone who had the token. Host is
 * checked against DNS rebinding, Origin against other sites, the token (then a cookie) against everybody else.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Verdict = 'let-in' | 'wrong-host' | 'wrong-origin' | 'no-token';

export interface Gate {
  /** Judges a request by its headers; sockets must name an Origin. */
  judge(request: Pick<IncomingMessage, 'headers'>, kind: 'page' | 'socket'): Verdict;
  /** Whether Host and Origin are ours, leaving the token aside. */
  judgeAddress(
    request: Pick<IncomingMessage, 'headers'>,
    kind: 'page' | 'socket',
  ): Exclude<Verdict, 'no-token'>;
  isToken(candidate: string | null): boolean;
  /** The Set-Cookie value that lets a browser in from now on. */
  readonly cookie: string;
}

export function createGate(port: number, token: string): Gate {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  // Cookies are shared by all ports of a host, so the name carries ours.
  const cookieName = `brulion-${port}`;

  function isToken(candidate: string | null): boolean {
    return candidate !== null && timingSafeEqual(digest(candidate), digest(token));
  }

  function judgeAddress({ headers }: Pick<IncomingMessage, 'headers'>, kind: 'page' | 'socket') {
    const host = headers.host ?? '';
    if (!hosts.has(host)) return 'wrong-host';
    if (kind === 'page' && !isOwnDoing(headers)) return 'wrong-origin';
    if (headers.origin === undefined) return kind === 'socket' ? 'wrong-origin' : 'let-in';
    return headers.origin === `http://${host}` ? 'let-in' : 'wrong-origin';
  }

  return {
    isToken,
    judgeAddress,
    judge(request, kind) {
      const verdict = judgeAddress(request, kind);
      if (verdict !== 'let-in') return verdict;
      return isToken(readCookie(request.headers.cookie, cookieName)) ? 'let-in' : 'no-token';
    },
    cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
  };
}

/**
 * False for what another page embeds or fetches of ours: browsers that send Sec-Fetch headers say so, also of pages on
 * other ports, which send our cookie along. Another page may lead here, to a page of its own.
 */
function isOwnDoing(headers: IncomingMessage['headers']): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  if (site === 'none' || site === 'same-origin') return true;
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

/** Equal lengths for timingSafeEqual, whatever was sent. */
function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
