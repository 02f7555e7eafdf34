/** A library's file with damage in one place: it says so, gives what it can, overwrites nothing, and a backup brings all back. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import { openDatabase } from '#main/storage/database.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { documentOf } from '../storage/temporary-library.ts';
import { windowOn } from '../window-on.ts';

let folder: string;
let application: Application;
let client: BrulionClient;
const ids: string[] = [];
const sound = mkdtempSync(join(tmpdir(), 'brulion-sound-'));
const count = 60;

const file = () => join(folder, 'library.sqlite');
const walFile = () => `${file()}-wal`;

/** Made once: filling a library takes longer than damaging it. */
beforeAll(async () => {
  folder = sound;
  await start();
  for (let post = 0; post < count; post++) {
    const { postId, version } = await client.posts.create({ language: 'pl' });
    ids.push(postId);
    const document = documentOf(`Wpis ${post}`, `Słowa ${post}. `.repeat(200));
    await client.drafts.save({ postId, baseVersion: version, document });
  }
  await client.posts.list({ query: 'słowa' });
  await client.library.backUp();
  await application.stop();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brulion-damaged-'));
  cpSync(sound, folder, { recursive: true });
});
afterEach(async () => {
  await application.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));

async function start(): Promise<void> {
  application = await startApplication({
    libraryFolder: folder,
    host: { kind: 'browser', chooseFolder: null },
    log: () => {},
  });
  client = windowOn(application);
}

/** Every code that any of what a person may do is answered with. */
async function codesOf(...calls: (() => Promise<unknown>)[]): Promise<Set<string>> {
  const codes = new Set<string>();
  for (const call of calls) await call().catch((error: { code: string }) => void codes.add(error.code));
  return codes;
}

async function everything(): Promise<Set<string>> {
  return codesOf(
    () => client.posts.list({ limit: 200 }),
    () => client.posts.list({ limit: 200, sort: 'title' }),
    () => client.posts.list({ limit: 200, query: 'słowa' }),
    () => client.posts.facets(),
    ...ids.map((postId) => () => client.drafts.open({ postId })),
    () => client.library.backUp(),
  );
}

/** The newest backup that says it has everything is one that has. */
async function restored(): Promise<number> {
  const { backups } = await client.library.backups();
  const whole = backups.find(({ reason, posts }) => reason === 'request' && posts === count);
  await client.library.restore({ name: whole?.name ?? '' });
  return (await client.posts.list({})).total;
}

/** The root page of this table or index, one-based. */
function pagesOf(name: string): number[] {
  const db = openDatabase(file(), { readonly: true });
  try {
    return db
      .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .all(name);
  } finally {
    db.close();
  }
}

function damage(from: number, to: number): Buffer {
  const bytes = readFileSync(file());
  bytes.fill(0xa5, from, Math.min(to, bytes.length));
  writeFileSync(file(), bytes);
  return bytes;
}

const places: readonly [string, () => readonly [number, number]][] = [
  ['its header', () => [0, 100]],
  ['its first page', () => [0, 4_096]],
  ['a page in the middle', () => [statSync(file()).size / 2, statSync(file()).size / 2 + 4_096]],
  ['every page but the first', () => [4_096, Infinity]],
  ['the root of the posts', () => rootPage('posts')],
  ['the root of an index', () => rootPage('posts_by_title')],
  ['the root of the search index', () => rootPage('post_search_data')],
];

function rootPage(name: string): readonly [number, number] {
  const [page = 0] = pagesOf(name);
  return [(page - 1) * 4_096, page * 4_096];
}

describe('a library damaged in', () => {
  test.each(places)('%s', async (_place, where) => {
    damage(...where());
    await start();
    const { state } = await client.library.state();
    const codes = await everything();
    // No damage is taken for a fault of ours, nor for an empty library.
    expect([...codes].filter((code) => code !== 'library-damaged')).toEqual([]);
    expect(state === 'closed' || codes.has('library-damaged')).toBe(true);
    expect(await restored()).toBe(count);
    expect(await everything()).toEqual(new Set());
    expect(readdirSync(folder).some((name) => name.includes('.damaged-')) || backupOfDamaged()).toBe(true);
  });

  /** Where it could still be read as a whole, what was there is among the backups. */
  function backupOfDamaged(): boolean {
    return readdirSync(join(folder, 'backups')).some((name) => name.endsWith('-restore.sqlite'));
  }

  test.each([0.1, 0.5, 0.95])('its length: cut to %f of it', async (part) => {
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.subarray(0, Math.floor(bytes.length * part)));
    await start();
    const codes = await everything();
    expect([...codes]).toEqual(['library-damaged']);
    expect(await restored()).toBe(count);
    expect(await everything()).toEqual(new Set());
  });
});

describe('a write-ahead log of', () => {
  test.each([
    ['noise', Buffer.alloc(50_000, 0xa5)],
    ['nothing', Buffer.alloc(0)],
    ['a header and noise', Buffer.concat([Buffer.from('377f0682002de218', 'hex'), Buffer.alloc(40_000, 7)])],
  ])('%s changes nothing of what is in the file', async (_name, log) => {
    writeFileSync(walFile(), log);
    await start();
    expect(await client.library.state()).toMatchObject({ state: 'open' });
    expect((await client.posts.list({})).total).toBe(count);
    expect(await everything()).toEqual(new Set());
  });
});

test('a lock file of noise keeps nobody out', async () => {
  writeFileSync(join(folder, 'library.lock'), Buffer.alloc(10_000, 0xa5));
  await start();
  expect(await client.library.state()).toMatchObject({ state: 'open' });
  expect((await client.posts.list({})).total).toBe(count);
});
