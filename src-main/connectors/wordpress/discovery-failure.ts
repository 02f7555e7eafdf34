/** Failures of looking for a blog and of signing in, as the coded errors a person is told. */
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { ConnectorError, type ConnectorErrorKind } from '../connector-error.ts';
import { roleTooLow } from './sign-in.ts';

const codes: Readonly<Partial<Record<ConnectorErrorKind, ErrorCode>>> = {
  offline: 'blog-unreachable',
  timeout: 'blog-unreachable',
  aborted: 'blog-unreachable',
  'server-error': 'blog-unreachable',
  'rate-limited': 'blog-unreachable',
  tls: 'blog-tls',
  'sign-in-refused': 'sign-in-refused',
};

/** The coded error for a failure; anything that is not a blog's failure comes back as it is. */
export function discoveryFailure(error: unknown, address: string): unknown {
  if (error instanceof CodedError) {
    return new CodedError(error.code, error.message, { address, ...error.details }, { cause: error });
  }
  if (!(error instanceof ConnectorError)) return error;
  const code =
    error.info.serverCode === roleTooLow ? 'role-too-low' : (codes[error.kind] ?? 'blog-answer-unreadable');
  return new CodedError(
    code,
    error.message,
    { address, status: error.info.status ?? null },
    { cause: error },
  );
}
