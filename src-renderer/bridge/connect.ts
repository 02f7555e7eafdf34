/** Finds the transport this page has — Electron's bridge, or a socket to the browser host — and makes the client. */
import { createClient } from '#shared/contract/client.ts';
import type { BrulionClient, contract } from '#shared/contract/contract.ts';
import type { ConnectionState, Transport } from '#shared/contract/envelope.ts';
import { contractOutline } from '#shared/contract/outline.ts';
import { createSocketTransport } from './socket-transport.ts';

declare global {
  interface Window {
    /** Exposed by the preload script in Electron; absent in a browser. */
    readonly brulion?: Transport & { onFlush?(flush: () => Promise<void>): void };
  }
}

export interface Bridge {
  readonly client: BrulionClient;
  connection(): ConnectionState;
  onConnection(listener: () => void): () => void;
}

/** Resolves once the application can be called. */
export async function connect(): Promise<Bridge> {
  const transport = window.brulion ?? createSocketTransport(socketUrl(window.location));
  const client = createClient<typeof contract>(contractOutline, transport);
  if (!transport.onConnection) return { client, connection: () => 'open', onConnection: () => () => {} };

  const subscribe = transport.onConnection.bind(transport);
  let state: ConnectionState = 'lost';
  await new Promise<void>((opened) => {
    subscribe((next) => {
      state = next;
      if (next === 'open') opened();
    });
  });
  return { client, connection: () => state, onConnection: (listener) => subscribe(listener) };
}

function socketUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/socket`;
}
