/** What went wrong at a blog, in the terms the queue decides by. */
export const connectorErrorKinds = [
  'offline',
  'timeout',
  'tls',
  'redirected',
  'server-error',
  'rate-limited',
  'answer-unreadable',
  'sign-in-refused',
  'forbidden',
  'rejected',
  'too-large',
  'clock-differs',
  'not-found',
  'folder-not-writable',
  'aborted',
] as const;
export type ConnectorErrorKind = (typeof connectorErrorKinds)[number];

export interface ConnectorErrorInfo {
  /**
   * True when the request may have acted although no good answer came: only then must the blog be asked
   * before trying again. False for requests that never reached it or only read.
   */
  readonly mayHaveActed: boolean;
  /** The HTTP status, where there was one. */
  readonly status?: number | undefined;
  /** The blog's own error code and words. */
  readonly serverCode?: string | undefined;
  readonly serverMessage?: string | undefined;
  /** What the blog added to its code (WordPress's `data`), unchecked. */
  readonly serverData?: unknown;
  /** Where a redirect that was not followed leads. */
  readonly redirectTo?: URL | undefined;
  /** Retry-After, ms from now. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly kind: ConnectorErrorKind;
  readonly info: ConnectorErrorInfo;

  constructor(kind: ConnectorErrorKind, message: string, info: ConnectorErrorInfo) {
    super(message, info.cause === undefined ? undefined : { cause: info.cause });
    this.kind = kind;
    this.info = info;
  }
}
