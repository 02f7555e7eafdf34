/** Gives components the typed client and the state of its connection. */
import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { BrulionClient } from '#shared/contract/contract.ts';
import type { ConnectionState } from '#shared/contract/envelope.ts';
import type { Bridge } from './connect.ts';

const BridgeContext = createContext<Bridge | null>(null);

export function ClientProvider({ bridge, children }: { bridge: Bridge; children: ReactNode }) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>;
}

function useBridge(): Bridge {
  const bridge = use(BridgeContext);
  if (!bridge) throw new Error('ClientProvider is missing above this component.');
  return bridge;
}

/** The application's calls, streams and events. */
export function useClient(): BrulionClient {
  return useBridge().client;
}

/** `lost` while the application cannot be called; the client connects again by itself. */
export function useConnection(): ConnectionState {
  const bridge = useBridge();
  return useSyncExternalStore(bridge.onConnection, bridge.connection);
}
