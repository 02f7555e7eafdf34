/** Serves the built interface, pictures and folder blogs to whoever the gate lets in. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Application } from '../../application.ts';
import type { Log } from '../../host-services.ts';
import { contentOnlyPolicy, contentSecurityPolicy } from '../content-security-policy.ts';
import { findStaticFile } from '../static-files.ts';
import type { Gate } from './gate.ts';
import { movingOn, plainPage, type PageName } from './pages.ts';

export interface HttpParts {
  readonly application: Pick<Application, 'mediaFile' | 'siteFolder'>;
  readonly gate: Gate;
  /** Folder of the built renderer. */
  readonly rendererFolder: string;
  readonly port: number;
  readonly log: Log;
}

interface Answer {
  readonly path: string;
  readonly contentType: string;
  readonly policy: string;
  readonly cache: string;
}

export function createHttpHandler(parts: HttpParts) {
  const pagePolicy = contentSecurityPolicy([`ws://127.0.0.1:${parts.port}`, `ws://localhost:${parts.port}`]);

  return (request: IncomingMessage, response: ServerResponse): void => {
    serve(parts, pagePolicy, request, response).catch((error: unknown) => {
      parts.log('error', 'A page could not be served', error);
      if (response.headersSent) response.destroy();
      else sendPage(response, 'missing');
    });
  };
}

async function serve(
  parts: HttpParts,
  pagePolicy: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (parts.gate.judgeAddress(request, 'page') !== 'let-in') return sendPage(response, 'foreign');
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendPage(response, 'missing');
  const asked = URL.parse(request.url ?? '/', 'http://host.invalid');
  if (!asked) return sendPage(response, 'missing');
  const { pathname, searchParams } = asked;

  if (pathname === '/' && parts.gate.isToken(searchParams.get('token'))) {
    return exchangeToken(parts.gate, request, response);
  }
  if (parts.gate.judge(request, 'page') !== 'let-in') return sendPage(response, 'refused');

  const answer = await find(parts, pagePolicy, pathname);
  if (!answer) return sendPage(response, 'missing');
  const { size } = await stat(answer.path);
  response.writeHead(200, {
    ...commonHeaders,
    'Content-Type': answer.contentType,
    'Content-Length': size,
    'Content-Security-Policy': answer.policy,
    'Cache-Control': answer.cache,
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(answer.path), response).catch(ignoreAbort);
}

async function find(
  { application, rendererFolder }: HttpParts,
  pagePolicy: string,
  pathname: string,
): Promise<Answer | null> {
  const mediaHash = /^\/media\/([0-9a-f]{64})$/.exec(pathname)?.[1];
  if (mediaHash !== undefined) {
    const file = application.mediaFile(mediaHash);
    return (
      file && {
        path: file.path,
        contentType: file.mime,
        policy: contentOnlyPolicy,
        cache: 'private, max-age=31536000, immutable',
      }
    );
  }
  const site = /^\/site\/([0-9a-f-]{36})(\/.*)$/.exec(pathname);
  if (site?.[1] !== undefined && site[2] !== undefined) {
    const folder = application.siteFolder(site[1]);
    const file = folder === null ? null : await findStaticFile(folder, site[2]);
    return file && { ...file, policy: contentOnlyPolicy, cache: 'no-cache' };
  }
  const file = await findStaticFile(rendererFolder, pathname);
  const cache = pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  return file && { ...file, policy: pagePolicy, cache };
}

/** The token leaves the address bar, the history and the referrer at once. */
function exchangeToken({ cookie }: Gate, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...commonHeaders, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' };
  // A browser that follows a link of another page sends no strict cookie along a redirect; a page of ours that moves on
  // by itself is our own doing.
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(movingOn);
    return;
  }
  response.writeHead(303, { ...headers, Location: '/' });
  response.end();
}

const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
} as const;

function sendPage(response: ServerResponse, name: PageName): void {
  const { status, html } = plainPage(name);
  response.writeHead(status, {
    ...commonHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentOnlyPolicy,
    'Cache-Control': 'no-store',
  });
  response.end(html);
}

/** A browser that went away in the middle is nobody's error. */
function ignoreAbort(error: unknown): void {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'EPIPE' && code !== 'ECONNRESET') throw error;
}
