/** A blog in the hands of somebody else: speaks WordPress’s API well enough, and every word it says is an attack. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostileBlog {
  readonly url: string;
  /** From now on every write is refused, with words that are an attack too. */
  refuse(): void;
  stop(): Promise<void>;
}

/** `words` stand in turn wherever the blog may say something. */
export async function startHostileBlog(words: readonly string[]): Promise<HostileBlog> {
  const all = words.join(' ');
  let refuses = false;
  const post: Record<string, unknown> = {
    id: 7,
    status: 'draft',
    slug: all,
    title: { raw: all },
    content: { raw: all },
    excerpt: { raw: all },
    link: 'javascript:__xss(6000)',
    date_gmt: '2026-11-23T10:00:00',
    modified_gmt: '2026-11-23T10:00:00',
  };

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const isWrite = request.method === 'POST';
    if (refuses && isWrite) return { status: 400, body: { code: all, message: all, data: { status: 400 } } };
    if (pathname === '/') return { status: 200, body: '<h1>A blog</h1>' };
    if (/wp-json\/?$/.test(pathname)) {
      return { status: 200, body: { name: all, url: 'javascript:__xss(6001)', namespaces: ['wp/v2'] } };
    }
    if (pathname.endsWith('/users/me')) {
      return { status: 200, body: { name: all, capabilities: { edit_posts: true } } };
    }
    if (/\/(categories|tags)$/.test(pathname)) {
      return { status: 200, body: words.map((name, id) => ({ id: id + 1, name })) };
    }
    if (/\/posts(\/\d+)?$/.test(pathname)) {
      if (isWrite) Object.assign(post, written(await bodyOf(request)));
      return { status: 200, body: pathname.endsWith('/posts') && !isWrite ? [] : post };
    }
    return { status: 404, body: { code: 'rest_no_route', message: all } };
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: () => void (refuses = true),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** What was sent, as WordPress keeps it. */
function written(sent: Record<string, unknown>): Record<string, unknown> {
  const raw = ['title', 'content', 'excerpt'].filter((name) => typeof sent[name] === 'string');
  return {
    ...(typeof sent['status'] === 'string' ? { status: sent['status'] } : {}),
    ...Object.fromEntries(raw.map((name) => [name, { raw: sent[name] }])),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
}
