/** The browser host as a program: one line when ready, exit codes, and living on whatever strangers do. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHostProcess, type HostProcess } from './host-process.ts';
import { upgradeText } from './host-bed.ts';

const token = 'a-token-known-to-the-tests';
const started: HostProcess[] = [];
let folder: string;

beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'brulion-program-'))));
afterEach(async () => {
  for (const host of started.splice(0)) {
    host.signal('SIGKILL');
    await host.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

async function start(...args: string[]): Promise<HostProcess> {
  const host = await startHostProcess(args.length > 0 ? args : ['--library', folder, '--token', token]);
  started.push(host);
  return host;
}

function portOf({ firstLine }: HostProcess): number {
  const { url } = JSON.parse(firstLine ?? '') as { url: string };
  return Number(new URL(url).port);
}

test('prints its address as one line of JSON, and the token nowhere else', async () => {
  const host = await start();
  const port = portOf(host);
  expect(host.firstLine).toBe(JSON.stringify({ url: `http://127.0.0.1:${port}/?token=${token}` }));
  await fetch(`http://127.0.0.1:${port}/?token=${token}x`);
  expect(host.complaints()).not.toContain(token);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly', async (signal) => {
  const host = await start();
  host.signal(signal);
  host.signal(signal);
  expect(await host.ended).toBe(0);
  expect(host.complaints()).not.toMatch(/\[(warn|error)\]/);
});

test.each([
  ['no library', ['--port', '0'], /Say where the library is/],
  ['a token too short', ['--library', 'none', '--token', 'x'], /A token is 8 to 200/],
])('%s: one plain sentence and exit code 1', async (_what, args, sentence) => {
  const host = await start(...args);
  expect(host.firstLine).toBeNull();
  expect(await host.ended).toBe(1);
  expect(host.complaints()).toMatch(sentence);
});

test('a second program on the same library ends with a sentence, and the first lives on', async () => {
  const first = await start();
  const second = await start();
  expect(second.firstLine).toBeNull();
  expect(await second.ended).toBe(1);
  expect(second.complaints()).toMatch(/^Brulion could not start: /);
  expect(second.complaints()).not.toContain('    at ');
  expect((await fetch(`http://127.0.0.1:${portOf(first)}/`)).status).toBe(401);
});

describe('a stranger who hangs up does not end it', () => {
  /** Resets the connection, which the host learns of as an error of its socket. */
  async function resetAfter(port: number, text: string): Promise<void> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {
      // Whether the host was quicker does not matter.
    });
    await once(socket, 'connect');
    socket.write(text);
    await once(socket, 'data');
    socket.resetAndDestroy();
    await once(socket, 'close');
  }

  test('after a page', async () => {
    const host = await start();
    const port = portOf(host);
    for (let i = 0; i < 5; i++) await resetAfter(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(401);
  });

  test('after a refused upgrade', async () => {
    const host = await start();
    const port = portOf(host);
    const foreign = upgradeText('/socket', { Host: `127.0.0.1:${port}`, Origin: 'http://evil.example' });
    await resetAfter(port, foreign);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(401);
  });
});
