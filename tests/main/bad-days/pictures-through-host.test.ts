/** The same through the browser host, a process of its own: it answers in words, lives on and stays small. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { maxMediaBytes } from '#shared/contract/limits.ts';
import { connectToHost } from '#tests/torture/host-socket.ts';
import { startHostProcess, type HostProcess } from '../hosts/browser/host-process.ts';
import { bombs, noise, tail } from './bad-pictures.ts';

/** The largest picture on its way in, its copy in the socket’s buffers, and the program itself. */
const mostMegabytes = 1_000;

let folder: string;
let host: HostProcess;
let client: BrulionClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-pictures-'));
  host = await startHostProcess(['--library', folder]);
  client = await connectToHost((JSON.parse(host.firstLine ?? '') as { url: string }).url);
});
afterAll(async () => {
  host.signal('SIGTERM');
  if ((await host.ended) !== 0) throw new Error(`The host ended badly: ${host.complaints()}`);
  await rm(folder, { recursive: true, force: true });
});

const own = (bytes: Uint8Array) => new Uint8Array(bytes);
const take = (bytes: Uint8Array, fileName = 'a.jpg') => client.media.import({ bytes: own(bytes), fileName });
const isAlive = () => client.app.info().then(({ host: kind }) => kind === 'browser');

async function files(): Promise<string[]> {
  const entries = await readdir(join(folder, 'media'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** The most memory the host ever had, MB. */
async function peak(): Promise<number> {
  const status = await readFile(`/proc/${host.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

test.each([
  ...(await bombs()),
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'media-not-an-image'] as const,
  ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), tail]), 'media-not-an-image'] as const,
  ['nothing', Buffer.alloc(0), 'media-not-an-image'] as const,
])('%s is refused in words, and the host answers the next call', async (_name, bytes, code) => {
  await expect(take(bytes)).rejects.toMatchObject({ name: 'CodedError', code });
  expect(await isAlive()).toBe(true);
  expect(await files()).toEqual([]);
});

test('a whole picture goes in after all that, and comes back as a picture alone', async () => {
  const { hash, width } = await take(await noise(60, 40).png().toBuffer());
  expect([width, await files()]).toEqual([60, [hash]]);
});

describe.skipIf(process.platform !== 'linux')(
  `a very large file${process.platform === 'linux' ? '' : ' (memory is read from /proc)'}`,
  { timeout: 120_000 },
  () => {
    test('of a byte more than 200 MB is refused in words and leaves nothing', async () => {
      const before = await files();
      await expect(take(new Uint8Array(maxMediaBytes + 1))).rejects.toMatchObject({
        code: 'media-too-large',
      });
      expect(await isAlive()).toBe(true);
      expect(await files()).toEqual(before);
    });

    test('of 200 MB is taken in', async () => {
      const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
        .png()
        .toBuffer();
      const bytes = new Uint8Array(maxMediaBytes);
      bytes.set(picture);
      const { bytes: size, hash } = await take(bytes);
      expect(size).toBe(maxMediaBytes);
      expect(await files()).toContain(hash);
      expect(await isAlive()).toBe(true);
    });

    test('none of it took more memory than the largest picture has to', async () => {
      expect(await peak()).toBeLessThan(mostMegabytes);
    });
  },
);
