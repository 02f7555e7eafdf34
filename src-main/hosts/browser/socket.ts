/** The contract over WebSockets: one binary frame, one MessagePack envelope. */
import type { Server } from 'node:http';
import { decode, encode } from '@msgpack/msgpack';
import { encodeOptions } from '#shared/contract/frames.ts';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { maxMediaBytes } from '#shared/contract/limits.ts';
import type { Contract } from '#shared/contract/contract.ts';
import type { Dispatcher } from '../../dispatch/dispatcher.ts';
import type { Log } from '../../host-services.ts';
import type { Gate } from './gate.ts';

/** The largest picture, and room for its envelope. */
const maxPayload = maxMediaBytes + 64 * 1024;
const heartbeatMs = 20_000;

/** Accepts sockets at `/socket` from our own page; answers a function that closes them all. */
export function serveSockets(
  server: Server,
  gate: Gate,
  dispatcher: Dispatcher<Contract>,
  log: Log,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });

  server.on('upgrade', (request, socket, head) => {
    // Whoever hangs up while being refused must not take the host along; accepted sockets have their own listener.
    socket.on('error', (error) => isHangUp(error) || log('warn', 'A connection failed', error));
    const verdict = gate.judge(request, 'socket');
    if (verdict !== 'let-in' || request.url !== '/socket') {
      // Refused is refused: it need not wait until the other side hangs up too.
      socket.once('finish', () => socket.destroy());
      socket.end(
        `HTTP/1.1 ${verdict === 'no-token' ? '401 Unauthorized' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (window) => attend(window, dispatcher, log));
  });

  const heartbeat = setInterval(() => {
    for (const window of sockets.clients) window.ping();
  }, heartbeatMs);
  heartbeat.unref();

  return () => {
    clearInterval(heartbeat);
    for (const window of sockets.clients) window.close(1001, 'going away');
    sockets.close();
    for (const window of sockets.clients) setTimeout(() => window.terminate(), 500).unref();
  };
}

function attend(window: WebSocket, dispatcher: Dispatcher<Contract>, log: Log): void {
  const connection = dispatcher.connect((message) => {
    if (window.readyState === window.OPEN) window.send(encode(message, encodeOptions));
  });
  window.on('message', (data, isBinary) => {
    if (!isBinary) {
      window.close(1003, 'binary frames only');
      return;
    }
    const request = decodeFrame(data);
    if (request === undefined) window.close(1007, 'not MessagePack');
    else connection.receive(request);
  });
  window.on('close', () => connection.close());
  window.on('error', (error) => isHangUp(error) || log('warn', 'A window’s connection failed', error));
}

/** A page that is closed or loaded anew hangs up, in the middle of a frame too: nothing has failed. */
function isHangUp(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE';
}

function decodeFrame(data: RawData): unknown {
  try {
    return decode(Array.isArray(data) ? Buffer.concat(data) : data);
  } catch {
    // Whatever it was, it is not ours to interpret: the caller closes the socket.
    return undefined;
  }
}
