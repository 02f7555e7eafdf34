/** One request and its answer, as connectors speak of them. */
import type { Headers } from 'undici';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Value of the Authorization header. It never leaves the origin of `url`. */
  readonly authorization?: string;
  /** For the whole exchange, ms; connecting alone may take `connectTimeoutMs`. */
  readonly timeoutMs?: number;
  /** A longer answer is refused as unreadable. */
  readonly maxBytes?: number;
  /**
   * Where a redirect of a read may lead: `same-site` is the same origin or its https twin, `anywhere` is
   * for public pages. With credentials it is the same origin, always; a write is never redirected.
   */
  readonly redirects?: 'same-site' | 'anywhere';
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  /** Where the answer came from, after redirects. */
  readonly url: URL;
  readonly text: string;
}

/** True for methods that cannot change anything on the blog. */
export function onlyReads(request: Pick<HttpRequest, 'method'>): boolean {
  return request.method !== 'POST';
}
