/** Answers with an error status: what they mean for the queue. */
import { z } from 'zod';
import { ConnectorError, type ConnectorErrorInfo, type ConnectorErrorKind } from '../connector-error.ts';
import { onlyReads, type HttpAnswer, type HttpRequest } from './http-message.ts';
import { parseJsonAs } from './json-answer.ts';
import { redact } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';

const blogErrorSchema = z.object({
  code: z.coerce.string(),
  message: z.string().catch(''),
  data: z.unknown().optional(),
});

export function isRefusal(answer: Pick<HttpAnswer, 'status'>): boolean {
  return answer.status < 200 || answer.status > 299;
}

/**
 * The ConnectorError of an answer outside 2xx, with the blog's own code and message where it gave them; the request's
 * credentials are not among those words, whatever the blog repeats.
 */
export function refusal(
  answer: HttpAnswer,
  request: Pick<HttpRequest, 'method' | 'authorization'>,
): ConnectorError {
  const { status } = answer;
  const said = parseJsonAs(answer.text, blogErrorSchema);
  const blogError = { data: said.data && withoutSecrets(said.data, request.authorization) };
  const info: ConnectorErrorInfo = {
    mayHaveActed: !onlyReads(request) && (status >= 500 || status === 408 || status < 400),
    status,
    serverCode: blogError.data?.code,
    serverMessage: blogError.data?.message,
    serverData: blogError.data?.data,
    retryAfterMs: retryAfterMs(answer.headers, new Date()),
  };
  const words = blogError.data ? `: ${blogError.data.message} (${blogError.data.code})` : '';
  return new ConnectorError(kindOf(status), `${answer.url.host} answered ${status}${words}`, info);
}

/** A code as the REST API writes them decides what happens next: it stays, whatever letters the password has. */
function withoutSecrets(said: z.infer<typeof blogErrorSchema>, authorization: string | undefined) {
  const isCode = /^(rest|term|db)_[a-z_]{1,60}$/.test(said.code);
  return { ...redact(said, authorization), ...(isCode ? { code: said.code } : {}) };
}

function kindOf(status: number): ConnectorErrorKind {
  switch (status) {
    case 401:
      return 'sign-in-refused';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 408:
      return 'timeout';
    case 413:
      return 'too-large';
    case 429:
      return 'rate-limited';
  }
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'rejected' : 'answer-unreadable';
}
