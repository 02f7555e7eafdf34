/** Failures of looking for a blog and of signing in, as the coded errors a person is told. */
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { ConnectorError, type ConnectorErrorKind } from '../connector-error.ts';
import { applicationPasswordsOff, roleTooLow } from './sign-in.ts';

const codes: Readonly<Partial<Record<ConnectorErrorKind, ErrorCode>>> = {
  offline: 'blog-unreachable',
  timeout: 'blog-unreachable',
  aborted: 'blog-unreachable',
  'server-error': 'blog-unreachable',
  'rate-limited': 'blog-unreachable',
  tls: 'blog-tls',
  redirected: 'blog-moved',
  'sign-in-refused': 'sign-in-refused',
};

const serverCodes: Readonly<Record<string, ErrorCode>> = {
  [roleTooLow]: 'role-too-low',
  [applicationPasswordsOff]: 'application-passwords-off',
};

/** The coded error for a failure; anything that is not a blog's failure comes back as it is. */
export function discoveryFailure(error: unknown, address: string): unknown {
  if (error instanceof CodedError) {
    return new CodedError(error.code, error.message, { address, ...error.details }, { cause: error });
  }
  if (!(error instanceof ConnectorError)) return error;
  const { serverCode = '', status = null, redirectTo } = error.info;
  const code = serverCodes[serverCode] ?? codes[error.kind] ?? 'blog-answer-unreadable';
  const found = redirectTo ? { found: redirectTo.origin } : {};
  return new CodedError(code, error.message, { address, status, ...found }, { cause: error });
}
