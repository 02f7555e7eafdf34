/** A page of somebody else’s on this machine, on another port, that tries what it can with the running application. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Stranger {
  readonly port: number;
  /** The headers of every request it got, by path. */
  readonly heard: ReadonlyMap<string, IncomingHttpHeaders>;
  stop(): Promise<void>;
}

export async function startStranger(): Promise<Stranger> {
  const heard = new Map<string, IncomingHttpHeaders>();
  const server = createServer((request, response) => {
    heard.set(new URL(request.url ?? '/', 'http://x').pathname, request.headers);
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      '<!doctype html><title>Elsewhere</title><p>Elsewhere</p><script>document.title += " runs"</script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Runs in the stranger’s page: what it could get hold of of the application at `host`, whose page has this script. */
export async function tryEverything({ host, script }: { host: string; script: string }): Promise<string[]> {
  const got: string[] = [];
  const base = `http://${host}`;
  const loads = (tag: 'script' | 'img' | 'iframe' | 'object', path: string) =>
    new Promise<void>((done) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => {
        // A frame says that it has loaded its error page, too; ours would be of our origin and closed to this page.
        if (tag === 'script' || tag === 'img') got.push(`${tag} ${path}`);
        done();
      });
      element.addEventListener('error', () => done());
      element.setAttribute(tag === 'object' ? 'data' : 'src', `${base}${path}`);
      document.body.append(element);
    });
  const fetches = async (init: RequestInit, path: string) => {
    const answer = await fetch(`${base}${path}`, { credentials: 'include', ...init }).catch(() => null);
    if (answer) got.push(`fetch ${init.mode} ${init.method} ${path}: ${answer.type}`);
  };
  const socket = () =>
    new Promise<void>((done) => {
      const opened = new WebSocket(`ws://${host}/socket`);
      opened.addEventListener('open', () => {
        got.push('socket');
        done();
      });
      opened.addEventListener('error', () => done());
    });
  await Promise.all([
    loads('script', script),
    loads('img', '/icon.svg'),
    loads('iframe', '/'),
    loads('object', '/'),
    fetches({ mode: 'cors', method: 'GET' }, '/'),
    fetches({ mode: 'cors', method: 'POST', body: 'x' }, '/'),
    fetches({ mode: 'no-cors', method: 'GET' }, script),
    socket(),
  ]);
  return got;
}
