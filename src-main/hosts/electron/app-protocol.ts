/** `app://brulion/`: the built interface and the library's pictures, read from disk and nothing else. */
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import type { Application } from '../../application.ts';
import { contentOnlyPolicy, contentSecurityPolicy } from '../content-security-policy.ts';
import { findStaticFile } from '../static-files.ts';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

export function serveApp(application: Pick<Application, 'mediaFile'>, rendererFolder: string): void {
  const pagePolicy = contentSecurityPolicy([]);
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'brulion' || request.method !== 'GET') return new Response(null, { status: 404 });

    const mediaHash = /^\/media\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    const asset = mediaHash === undefined ? null : application.mediaFile(mediaHash);
    if (asset) return file(asset.path, asset.mime, contentOnlyPolicy);

    const found = await findStaticFile(rendererFolder, pathname);
    return found ? file(found.path, found.contentType, pagePolicy) : new Response(null, { status: 404 });
  });
}

async function file(path: string, contentType: string, policy: string): Promise<Response> {
  const { body } = await net.fetch(pathToFileURL(path).href, { bypassCustomProtocolHandlers: true });
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
