/** Frames that carry no envelope: the socket closes with the reason's code, and only that socket. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encode } from '@msgpack/msgpack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { maxMediaBytes } from '#shared/contract/limits.ts';
import { createHostBed, heard, say, upgradeText, type HostBed } from './host-bed.ts';

/** A picture and its envelope. */
const largest = maxMediaBytes + 64 * 1024;
let bed: HostBed;
let witness: WebSocket;
beforeAll(async () => {
  bed = await createHostBed();
  witness = await bed.openSocket();
});
afterAll(() => bed.stop());

async function closeCodeAfter(data: string | Uint8Array, binary: boolean): Promise<number> {
  const socket = await bed.openSocket();
  socket.send(data, { binary });
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

describe('the socket closes after', () => {
  test.each([
    ['text', '{"type":"call","id":1,"member":"app.info"}', false, 1003],
    ['MessagePack sent as text', encode(1), false, 1003],
    ['no bytes at all', new Uint8Array(), true, 1007],
    ['a byte MessagePack does not have', Uint8Array.of(0xc1), true, 1007],
    ['half an envelope', encode({ type: 'call', id: 1, member: 'app.info' }).slice(0, -3), true, 1007],
    ['two envelopes in one frame', Buffer.concat([encode(1), encode(2)]), true, 1007],
    ['an array of four thousand million and no items', Uint8Array.of(0xdd, 255, 255, 255, 255), true, 1007],
    ['a key that would reach the prototype', protoKey(), true, 1007],
  ])('%s', async (_what, data, binary, code) => {
    expect(await closeCodeAfter(data, binary)).toBe(code);
  });
});

describe('frames against the protocol', () => {
  test.each([
    ['announced larger than a picture may be', frameOf(largest + 1), 1009],
    ['not masked', Buffer.from([0x82, 0x01, 0xc0]), 1002],
    ['compressed, though nobody agreed to it', Buffer.from([0xc2, 0x81, 1, 2, 3, 4, 0xc0]), 1002],
    ['of an unknown sort', Buffer.from([0x83, 0x80, 1, 2, 3, 4]), 1002],
  ])('%s', async (_what, frame, code) => {
    const socket = await rawSocket();
    socket.write(frame);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    // A closing frame: its type, its length, its code.
    expect(answer[0]).toBe(0x88);
    expect(answer.readUInt16BE(2)).toBe(code);
    socket.destroy();
  });
});

test('a frame of the largest picture is waited for', async () => {
  const socket = await rawSocket();
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.end(frameOf(largest));
  await once(socket, 'end');
  // Nothing: a frame announced too large is answered with a closing frame.
  expect(Buffer.concat(parts)).toEqual(Buffer.alloc(0));
});

test('nonsense nested a hundred thousand deep is no request, and no end of the stack', async () => {
  const socket = await bed.openSocket();
  const answered = heard(socket, ({ type }) => type === 'error');
  socket.send(Buffer.concat([Buffer.alloc(100_000, 0x91), Buffer.of(0xc0)]));
  expect(await answered).toMatchObject({ id: -1, error: { code: 'bad-argument' } });
  socket.terminate();
});

/** The head of a masked binary frame that announces so many bytes; none of them follow. */
function frameOf(bytes: number): Buffer {
  const head = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]);
  head.writeBigUInt64BE(BigInt(bytes), 2);
  return head;
}

/** A map with the one key `__proto__`. */
function protoKey(): Uint8Array {
  return Buffer.concat([Buffer.of(0x81), encode('__proto__'), encode({ type: 'call' })]);
}

/** A socket of our own page, after its handshake, that writes frames itself. */
async function rawSocket(): Promise<Socket> {
  const socket = connect(bed.port, '127.0.0.1');
  socket.on('error', () => {
    // The host hangs up on what is against the protocol; the frame before that is what is looked at.
  });
  socket.write(
    upgradeText('/socket', { Host: bed.address, Origin: bed.ours.origin, Cookie: bed.ours.cookie }),
  );
  await once(socket, 'data');
  return socket;
}

test('another window noticed nothing of it all', async () => {
  expect(await say(witness, { type: 'call', id: 1, member: 'settings.get' })).toMatchObject({
    type: 'answer',
  });
});
