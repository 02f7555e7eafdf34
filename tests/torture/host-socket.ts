/** The renderer's own socket transport, in Node: the WebSocket a page has, with the cookie and origin a browser sends. */
import { createClient } from '#shared/contract/client.ts';
import { contract, type BrulionClient } from '#shared/contract/contract.ts';
import { createSocketTransport } from '#renderer/bridge/socket-transport.ts';
import { WebSocket as UndiciSocket } from 'undici';

const headersOf = new Map<string, Record<string, string>>();

class PageSocket extends UndiciSocket {
  constructor(url: string | URL) {
    super(url, { headers: headersOf.get(new URL(url).host) ?? {} });
  }
}

/** Connects to a running browser host by its address with the token; connects again by itself, as a page does. */
export async function connectToHost(address: string): Promise<BrulionClient> {
  const { host, port, origin, searchParams } = new URL(address);
  headersOf.set(host, { cookie: `brulion-${port}=${searchParams.get('token')}`, origin });
  globalThis.WebSocket = PageSocket as unknown as typeof WebSocket;
  const transport = createSocketTransport(`ws://${host}/socket`);
  const client = createClient(contract, transport);
  await new Promise<void>((opened) => transport.onConnection?.((state) => state === 'open' && opened()));
  return client;
}
