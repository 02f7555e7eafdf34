/** What the browser host says about the bytes it serves: what may run, what may be kept, what may be framed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOnlyPolicy } from '#main/hosts/content-security-policy.ts';
import { directives } from '../directives.ts';
import { createHostBed, say, type HostBed } from './host-bed.ts';

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

let bed: HostBed;
let picture: Buffer;
let mediaPath: string;
let sitePath: string;

beforeAll(async () => {
  bed = await createHostBed();
  picture = await readFile(fileURLToPath(new URL('../../../fixtures/turtle.png', import.meta.url)));
  const socket = await bed.openSocket();
  const output = async (member: string, input: unknown): Promise<unknown> => {
    const answer = await say(socket, { type: 'call', id: 1, member, input });
    if (answer.type !== 'answer') throw new Error(JSON.stringify(answer));
    return answer.output;
  };
  const imported = await output('media.import', { bytes: new Uint8Array(picture), fileName: 'żółw.png' });
  mediaPath = `/media/${(imported as { hash: string }).hash}`;
  const blog = join(bed.folder, 'blog');
  const account = await output('accounts.addFolder', { folder: blog, name: 'Blog' });
  sitePath = `/site/${(account as { id: string }).id}/`;
  await mkdir(join(blog, 'site'), { recursive: true });
  await writeFile(join(blog, 'site', 'index.html'), '<p>A post</p>');
  socket.close();
});
afterAll(() => bed.stop());

describe('the page', () => {
  test('runs its own scripts only and speaks with its own host only', async () => {
    const { headers } = await bed.ask('/');
    expect(headers).toMatchObject({ ...everywhere, 'content-type': 'text/html; charset=utf-8' });
    expect(directives(headers['content-security-policy'])).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'connect-src': ["'self'", `ws://127.0.0.1:${bed.port}`, `ws://localhost:${bed.port}`],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
    });
  });

  test('is asked for anew each time; what its build named by content is kept', async () => {
    expect((await bed.ask('/')).headers['cache-control']).toBe('no-cache');
    expect((await bed.ask('/assets/main.js')).headers['cache-control']).toMatch(/^private, .*immutable$/);
  });
});

describe('pictures', () => {
  test('are shown and never run, with the type that was found in their bytes', async () => {
    const { status, headers, bytes } = await bed.ask(mediaPath);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      ...everywhere,
      'content-type': 'image/png',
      'content-length': String(picture.length),
      'content-security-policy': contentOnlyPolicy,
    });
    expect(headers['cache-control']).toMatch(/^private,/);
    expect(bytes.equals(picture)).toBe(true);
  });

  test('are only for those let in', async () => {
    expect((await bed.ask(mediaPath, { cookie: '' })).status).toBe(401);
    expect((await bed.ask(mediaPath, { origin: 'http://evil.example' })).status).toBe(403);
  });

  test.each([
    (path: string) => `${path}/`,
    (path: string) => `${path}.png`,
    (path: string) => path.slice(0, -1),
    (path: string) => path.replace(/[a-f]/, (letter) => letter.toUpperCase()),
    (path: string) => `/${path}`,
  ])('have one address each (%#)', async (other) => {
    expect((await bed.ask(other(mediaPath))).status).toBe(404);
  });
});

test('a folder blog’s page is shown and never run', async () => {
  const { status, headers, bytes } = await bed.ask(sitePath);
  expect(status).toBe(200);
  expect(bytes.toString()).toBe('<p>A post</p>');
  expect(headers).toMatchObject({
    ...everywhere,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentOnlyPolicy,
  });
});

test('the content policy allows no script, no form and no frame', () => {
  const policy = directives(contentOnlyPolicy);
  expect(policy).toMatchObject({
    'default-src': ["'none'"],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
  });
  expect(policy['sandbox']).not.toContain('allow-scripts');
  expect(Object.keys(policy)).not.toContain('script-src');
  expect(Object.keys(policy)).not.toContain('frame-src');
});

test.each([
  ['refused', '/', { cookie: '' }, 401],
  ['foreign', '/', { host: 'evil.example' }, 403],
  ['missing', '/none', {}, 404],
])('the page “%s” runs nothing and is not kept', async (_name, path, sent, status) => {
  const answer = await bed.ask(path, sent);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    ...everywhere,
    'content-security-policy': contentOnlyPolicy,
    'cache-control': 'no-store',
  });
});

test('HEAD answers the headers alone', async () => {
  const answer = await bed.ask(mediaPath, {}, 'HEAD');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-length']).toBe(String(picture.length));
  expect(answer.bytes).toHaveLength(0);
});
