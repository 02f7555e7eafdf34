/** A library that cannot be opened, and the way back, through the contract as a window has it. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import { openDatabase } from '#main/storage/database.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { windowOn } from './window-on.ts';

let folder: string;
let application: Application;
let client: BrulionClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-door-'));
  await start();
});
afterEach(async () => {
  await application.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  application = await startApplication({
    libraryFolder: folder,
    host: { kind: 'browser', chooseFolder: null },
    log: () => {},
  });
  client = windowOn(application);
}

async function damaged(damage: (bytes: Buffer) => Buffer): Promise<void> {
  await application.stop();
  await writeFile(libraryFile(), damage(await readFile(libraryFile())));
  await start();
}

const libraryFile = () => join(folder, 'library.sqlite');
const sum = async () =>
  createHash('sha256')
    .update(await readFile(libraryFile()))
    .digest('hex');
const titles = async () => (await client.posts.list({})).items.map(({ title }) => title[0]?.text);

async function write(title: string): Promise<string> {
  const { postId, document, version } = await client.posts.create({ language: 'pl' });
  await client.drafts.save({ postId, baseVersion: version, document: { ...document, title } });
  return postId;
}

describe('a damaged library', () => {
  test.each([
    ['in its header', (bytes: Buffer) => bytes.fill(0xa5, 0, 100)],
    ['whole', () => Buffer.from('zniszczone '.repeat(5_000))],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 5_000)],
  ])('%s says so, is left as it is, and one call brings the backup back', async (_where, damage) => {
    await write('Ocalony');
    await client.library.backUp();
    await damaged(damage);
    const before = await sum();

    expect(await client.library.state()).toEqual({ state: 'closed', folder, code: 'library-damaged' });
    await expect(client.posts.list({})).rejects.toMatchObject({ code: 'library-damaged' });
    await expect(client.library.backUp()).rejects.toMatchObject({ code: 'library-damaged' });
    expect(await client.library.openAgain()).toMatchObject({ state: 'closed' });
    expect(await sum()).toBe(before);

    const { backups } = await client.library.backups();
    expect(backups).toMatchObject([{ reason: 'request', posts: 1 }]);
    const reopened = new Promise<void>((resolve) => client.library.reopened(() => resolve()));
    await client.library.restore({ name: backups[0]!.name });
    await reopened;
    expect(await client.library.state()).toEqual({ state: 'open', folder });
    expect(await titles()).toEqual(['Ocalony']);
    expect((await readdir(folder)).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  });

  test('a damaged backup is refused, and the library stays open as it was', async () => {
    await write('Bez zmian');
    await client.library.backUp();
    const [backup] = (await client.library.backups()).backups;
    await writeFile(join(folder, 'backups', backup!.name), 'urwane');
    await expect(client.library.restore({ name: backup!.name })).rejects.toMatchObject({
      code: 'backup-damaged',
    });
    await expect(client.library.restore({ name: '../library.sqlite' })).rejects.toMatchObject({
      code: 'backup-not-found',
    });
    expect(await titles()).toEqual(['Bez zmian']);
  });

  test('an index out of step is found by the backup, which is the way back', async () => {
    for (let number = 0; number < 30; number++) await write(`Wpis ${number}`);
    await application.stop();
    const db = openDatabase(libraryFile());
    // The index no longer has what the table has, and nothing but a check would tell.
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.prepare(
      "UPDATE sqlite_schema SET sql = replace(sql, 'title)', 'created_at)') WHERE name = 'posts_by_title'",
    ).run();
    db.close();
    await start();
    const failed = new Promise((resolve) => client.library.backupFailed(resolve));
    await client.library.backUp();
    expect(await failed).toEqual({ code: 'library-damaged' });
    const { backups, failure } = await client.library.backups();
    expect(failure).toBe('library-damaged');
    expect(backups).toMatchObject([{ reason: 'request', posts: 30 }]);
  });
});

test('a library of a newer version is told of and left untouched', async () => {
  await application.stop();
  const db = openDatabase(libraryFile());
  db.pragma('user_version = 9999');
  db.close();
  const before = await sum();
  await start();
  expect(await client.library.state()).toEqual({ state: 'closed', folder, code: 'library-newer' });
  await expect(client.posts.create({ language: 'pl' })).rejects.toMatchObject({ code: 'library-newer' });
  expect(await sum()).toBe(before);
});

test('what was unpublished when the backup was made waits for a person', async () => {
  await client.app.welcome({ language: 'pl' });
  const postId = await write('W kolejce');
  const [account] = await client.accounts.list();
  await client.publishing.publish({
    postId,
    accountId: account!.id,
    how: 'schedule',
    publishAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await application.stop();
  // As a backup finds it that is made in the middle.
  const db = openDatabase(libraryFile());
  db.exec("UPDATE publish_jobs SET state = 'running'; UPDATE publish_steps SET state = 'pending'");
  db.close();
  await start();
  await application.stop();
  await start();
  const db2 = openDatabase(libraryFile());
  db2.exec("UPDATE publish_jobs SET state = 'waiting', next_try_at = '2100-01-01T00:00:00.000Z'");
  db2.close();
  await client.library.backUp();
  const [backup] = (await client.library.backups()).backups;
  await client.library.restore({ name: backup!.name });
  const jobs = await new Promise<readonly { state: string; problem: unknown }[]>((resolve) => {
    const stop = client.publishing.jobs({ limit: 10 }, (list) => {
      queueMicrotask(() => stop());
      resolve(list);
    });
  });
  expect(jobs).toMatchObject([
    { state: 'needs-attention', problem: { code: 'restored', choices: ['try-again', 'cancel'] } },
  ]);
});

test('a restore can be undone by another', async () => {
  await write('Pierwszy');
  await client.library.backUp();
  await write('Drugi');
  const first = (await client.library.backups()).backups.find(({ reason }) => reason === 'request');
  await client.library.restore({ name: first!.name });
  expect(await titles()).toEqual(['Pierwszy']);
  const undo = (await client.library.backups()).backups.find(({ reason }) => reason === 'restore');
  await client.library.restore({ name: undo!.name });
  expect((await titles()).toSorted()).toEqual(['Drugi', 'Pierwszy']);
});
