/** The host listens on 127.0.0.1 and nowhere else: no other computer, no other address of this one. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHostBed, type HostBed } from './host-bed.ts';

let bed: HostBed;
beforeAll(async () => void (bed = await createHostBed()));
afterAll(() => bed.stop());

function answers(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy()).once('connect', () => socket.destroy());
  });
}

/** Whether this machine can listen at the address and reach itself there. */
async function isReachable(address: string): Promise<boolean> {
  const server = createServer();
  server.listen(0, address);
  const listening = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!listening) return false;
  const reached = await answers(address, (server.address() as AddressInfo).port);
  server.close();
  return reached;
}

test('at 127.0.0.1 it answers', async () => {
  expect(await answers('127.0.0.1', bed.port)).toBe(true);
});

test('at every other address of this machine it does not', async () => {
  const own = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address),
  );
  // All of 127/8 is loopback on Linux: a host that listened everywhere would answer there.
  const others = [...new Set([...own, '127.0.0.2', '::1'])].filter((address) => address !== '127.0.0.1');
  const reachable: string[] = [];
  for (const address of others) if (await isReachable(address)) reachable.push(address);
  expect(reachable).not.toEqual([]);
  for (const address of reachable)
    expect([address, await answers(address, bed.port)]).toEqual([address, false]);
});
