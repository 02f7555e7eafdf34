/** The browser host's transport: MessagePack envelopes over one WebSocket that connects again by itself. */
import { decode, encode } from '@msgpack/msgpack';
import { encodeOptions } from '#shared/contract/frames.ts';
import type { ConnectionState, Message, Transport } from '#shared/contract/envelope.ts';

const firstRetryMs = 200;
const longestRetryMs = 3_000;

/** Connects to `/socket` of the page's own host; calls fail with `disconnected` until it is open. */
export function createSocketTransport(url: string): Transport {
  const messageListeners = new Set<(message: Message) => void>();
  const connectionListeners = new Set<(state: ConnectionState) => void>();
  let socket: WebSocket;
  let retryMs = firstRetryMs;
  let wasOpen = false;

  function connect(): void {
    socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      retryMs = firstRetryMs;
      wasOpen = true;
      for (const listener of connectionListeners) listener('open');
    });
    socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      const message = decode(data) as Message;
      for (const listener of messageListeners) listener(message);
    });
    socket.addEventListener('close', () => {
      if (wasOpen) for (const listener of connectionListeners) listener('lost');
      wasOpen = false;
      setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    });
  }
  connect();

  return {
    send(request) {
      if (socket.readyState !== WebSocket.OPEN) return false;
      socket.send(encode(request, encodeOptions));
      return true;
    },
    onMessage(listener) {
      messageListeners.add(listener);
      return () => messageListeners.delete(listener);
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
  };
}
