/** Answers with an error status: what they mean for the queue. */
import { z } from 'zod';
import { ConnectorError, type ConnectorErrorInfo, type ConnectorErrorKind } from '../connector-error.ts';
import { onlyReads, type HttpAnswer, type HttpRequest } from './http-message.ts';
import { parseJsonAs } from './json-answer.ts';
import { retryAfterMs } from './retry-after.ts';

const blogErrorSchema = z.object({
  code: z.coerce.string(),
  message: z.string().catch(''),
  data: z.unknown().optional(),
});

export function isRefusal(answer: Pick<HttpAnswer, 'status'>): boolean {
  return answer.status < 200 || answer.status > 299;
}

/** The ConnectorError of an answer outside 2xx, with the blog's own code and message where it gave them. */
export function refusal(answer: HttpAnswer, request: Pick<HttpRequest, 'method'>): ConnectorError {
  const { status } = answer;
  const blogError = parseJsonAs(answer.text, blogErrorSchema);
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
