/**
 * Coded errors: the only way a failure crosses the contract. The code is stable and is what the
 * interface translates; the message is English, for logs; details fill the translation's blanks.
 */
export const errorCodes = [
  // any call
  'bad-argument',
  'untrusted-sender',
  'unknown-member',
  'internal',
  // the connection between the interface and the application
  'disconnected',
  // library
  'post-not-found',
  'draft-conflict',
  // history and review
  'revision-not-found',
  'revision-damaged',
  'comment-not-found',
  /** The words it is about are gone or others by now, or it was answered already. */
  'suggestion-outdated',
  'not-approved',
  /** A review file that came back is not as it was sent. */
  'bundle-tampered',
  'bundle-unreadable',
  'bundle-too-long',
  /** Another library made the review file. */
  'bundle-elsewhere',
  'library-read-only',
  'disk-full',
  'library-damaged',
  'library-newer',
  'library-in-use',
  /** It is being closed and opened again. */
  'library-closed',
  'backup-not-found',
  'backup-damaged',
  // media
  'media-not-found',
  'media-not-an-image',
  'media-too-large',
  'media-too-many-pixels',
  // accounts
  'account-not-found',
  'address-invalid',
  'blog-unreachable',
  'blog-not-found',
  'blog-tls',
  'blog-moved',
  'blog-behind-login',
  'blog-answer-unreadable',
  'sign-in-refused',
  'application-passwords-off',
  'role-too-low',
  'folder-not-writable',
  'account-busy',
  'keychain-unavailable',
  // publishing
  'job-not-found',
  'job-not-cancellable',
  'choice-not-offered',
  'already-in-queue',
  'nothing-to-publish',
  'not-published',
  'not-supported',
  'schedule-in-the-past',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Errors that any call may answer with. */
export const commonErrors = [
  'bad-argument',
  'untrusted-sender',
  'unknown-member',
  'internal',
  'disconnected',
  'disk-full',
  'library-read-only',
  'library-damaged',
  'library-newer',
  'library-in-use',
  'library-closed',
] as const satisfies readonly ErrorCode[];

/** A failure with a stable code. Throw it on the main side; catch it by `code` on the other. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(value);
}
