/** Signed-in calls to one blog's REST API, every answer checked against its schema. */
import { z } from 'zod';
import { ConnectorError } from '../connector-error.ts';
import { sendRequest } from '../http/http-client.ts';
import { onlyReads, type HttpRequest } from '../http/http-message.ts';
import { parseJsonAs } from '../http/json-answer.ts';
import { isRefusal, refusal } from '../http/refusal.ts';
import { apiUrl, type Query } from './api-url.ts';

export interface WordPressLogin {
  readonly apiRoot: string;
  readonly userName: string;
  /** An application password; spaces in it do not matter. Null when it is not at hand. */
  readonly password: string | null;
}

export interface ApiAnswer<T> {
  readonly data: T;
  readonly headers: Pick<Headers, 'get'>;
}

export interface WordPressApi {
  /** Where the API is. */
  readonly root: string;
  get<S extends z.ZodType>(
    path: string,
    query: Query,
    schema: S,
    signal: AbortSignal,
  ): Promise<ApiAnswer<z.output<S>>>;
  /** Sends `body` as JSON; `query` trims the answer (`_fields`, `context`). */
  post<S extends z.ZodType>(
    path: string,
    query: Query,
    body: Readonly<Record<string, unknown>>,
    schema: S,
    signal: AbortSignal,
  ): Promise<ApiAnswer<z.output<S>>>;
  /** Sends a file as the raw body. */
  upload<S extends z.ZodType>(
    path: string,
    file: { readonly bytes: Uint8Array; readonly mime: string; readonly fileName: string },
    schema: S,
    signal: AbortSignal,
  ): Promise<ApiAnswer<z.output<S>>>;
}

/** A slow uplink is given this long for each megabyte, beside the usual time. */
const uploadMsPerMegabyte = 30_000;

/** The API of one blog for one user. Every call may throw ConnectorError. */
export function createWordPressApi({ apiRoot, userName, password }: WordPressLogin): WordPressApi {
  async function call<S extends z.ZodType>(
    request: Omit<HttpRequest, 'authorization'>,
    schema: S,
    signal: AbortSignal,
  ): Promise<ApiAnswer<z.output<S>>> {
    if (password === null) throw passwordMissing();
    const signed = { ...request, authorization: basic(userName, password) };
    const answer = await sendRequest(signed, signal);
    if (isRefusal(answer)) throw apiRefusal(refusal(answer, signed));
    const parsed = parseJsonAs(answer.text, schema);
    if (!parsed.success) throw unreadable(request, answer.status, parsed.error);
    return { data: parsed.data, headers: answer.headers };
  }

  return {
    root: apiRoot,
    get: (path, query, schema, signal) =>
      call({ method: 'GET', url: apiUrl(apiRoot, path, query) }, schema, signal),

    post: (path, query, body, schema, signal) =>
      call(
        {
          method: 'POST',
          url: apiUrl(apiRoot, path, query),
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        schema,
        signal,
      ),

    upload: (path, { bytes, mime, fileName }, schema, signal) =>
      call(
        {
          method: 'POST',
          url: apiUrl(apiRoot, path),
          headers: { 'content-type': mime, 'content-disposition': `attachment; filename="${fileName}"` },
          body: new Uint8Array(bytes),
          timeoutMs: 60_000 + Math.ceil(bytes.byteLength / 1_000_000) * uploadMsPerMegabyte,
        },
        schema,
        signal,
      ),
  };
}

/**
 * A 404 that is not the API's own says that the API is not there (a server being set up anew, a plugin that
 * closes it), not that the post is gone: a post must never be published twice for that. So with 401 and 403: then
 * it is not the blog that refuses the password or the user, but something in front of it.
 */
function apiRefusal(refused: ConnectorError): ConnectorError {
  const error = statusRefusal(refused) ?? refused;
  const { serverCode } = error.info;
  const isOurs = serverCode !== undefined && (error.kind !== 'not-found' || serverCode !== 'rest_no_route');
  if (isOurs || !['not-found', 'sign-in-refused', 'forbidden'].includes(error.kind)) return error;
  return new ConnectorError('answer-unreadable', error.message, { ...error.info, cause: error });
}

const forbiddenStatusSchema = z.object({
  details: z.object({
    status: z.object({
      code: z.literal('rest_forbidden_status'),
      data: z.object({ status: z.union([z.literal(401), z.literal(403)]) }),
    }),
  }),
});

/** Who may not see drafts is told that the parameter is wrong, with status 400; the true reason stands in the details. */
function statusRefusal(error: ConnectorError): ConnectorError | null {
  const { data } = forbiddenStatusSchema.safeParse(error.info.serverData);
  if (error.info.serverCode !== 'rest_invalid_param' || !data) return null;
  const kind = data.details.status.data.status === 401 ? 'sign-in-refused' : 'forbidden';
  return new ConnectorError(kind, error.message, { ...error.info, cause: error });
}

function basic(userName: string, password: string): string {
  return `Basic ${Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')}`;
}

function passwordMissing(): ConnectorError {
  return new ConnectorError('sign-in-refused', 'The password of this blog is not at hand.', {
    mayHaveActed: false,
    serverCode: 'password-missing',
  });
}

function unreadable(
  request: Pick<HttpRequest, 'method' | 'url'>,
  status: number,
  cause: z.ZodError,
): ConnectorError {
  return new ConnectorError(
    'answer-unreadable',
    `${request.url.host} answered something else than the API.`,
    {
      mayHaveActed: !onlyReads(request),
      status,
      cause,
    },
  );
}
