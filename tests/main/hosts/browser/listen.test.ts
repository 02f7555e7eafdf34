import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listen } from '#main/hosts/browser/listen.ts';

let folder: string;
let servers: Server[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brulion-port-'));
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

function listenFor(library: string, port: number | null = null): Promise<number> {
  const server = createServer();
  servers.push(server);
  return listen(server, port, library);
}

async function stopped(port: number): Promise<number> {
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  return port;
}

test('a library has a port of its own: before it is made, afterwards, and by another name', async () => {
  const library = join(folder, 'library');
  const first = await stopped(await listenFor(library));
  expect(first).toBeGreaterThanOrEqual(49_152);
  mkdirSync(library);
  expect(await stopped(await listenFor(library))).toBe(first);
  symlinkSync(library, join(folder, 'other name'), 'junction');
  expect(await stopped(await listenFor(join(folder, 'other name')))).toBe(first);
  expect(await stopped(await listenFor(join(folder, 'another')))).not.toBe(first);
});

test('where somebody else has the port, it takes another; not where a person named the port', async () => {
  const taken = await listenFor(folder);
  expect(await listenFor(folder)).not.toBe(taken);
  await expect(listenFor(folder, taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
