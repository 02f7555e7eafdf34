/** Finds files below a folder for a host to serve, and never one outside it. */
import { realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly path: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * The file a URL path names below `root`, `index.html` for folders; null when there is none, when the path
 * is malformed, or when it leads outside (also through a symbolic link).
 */
export async function findStaticFile(root: string, urlPath: string): Promise<StaticFile | null> {
  const decoded = decode(urlPath);
  if (decoded === null) return null;
  const base = await realpath(root).catch(() => null);
  if (base === null) return null;
  const wanted = resolve(base, `.${sep}${decoded}`);
  return (await fileAt(base, wanted)) ?? (await fileAt(base, join(wanted, 'index.html')));
}

function decode(urlPath: string): string | null {
  try {
    const decoded = decodeURIComponent(urlPath);
    return decoded.includes('\0') || decoded.includes('\\') ? null : decoded;
  } catch {
    return null;
  }
}

async function fileAt(base: string, path: string): Promise<StaticFile | null> {
  const real = await realpath(path).catch(() => null);
  if (real === null || !(real === base || real.startsWith(base + sep))) return null;
  const facts = await stat(real);
  if (!facts.isFile()) return null;
  const contentType = contentTypes[extname(real).toLowerCase()] ?? 'application/octet-stream';
  return { path: real, contentType, size: facts.size };
}
