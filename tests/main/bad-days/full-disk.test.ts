/** The disk is full, or cannot be written: what is saved stays, what is asked is told, and it goes on when there is room. */
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import { openDatabase } from '#main/storage/database.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { windowOn } from '../window-on.ts';
import { documentOf } from '../storage/temporary-library.ts';
import { makeSmallDisk, smallDiskMissing, type SmallDisk } from './small-disk.ts';

const missing = smallDiskMissing();

describe.skipIf(missing !== null)(
  `a small disk${missing ? ` (${missing})` : ''}`,
  { timeout: 60_000 },
  () => {
    let disk: SmallDisk;
    let application: Application;
    let client: BrulionClient;

    beforeEach(async () => {
      disk = makeSmallDisk(24);
      await start();
    });
    afterEach(async () => {
      await application.stop();
      disk.remove();
    });

    async function start(): Promise<void> {
      application = await startApplication({
        libraryFolder: disk.folder,
        host: { kind: 'browser', chooseFolder: null },
        log: () => {},
      });
      client = windowOn(application);
    }

    async function write(title: string, words = 50): Promise<{ postId: string; version: number }> {
      const { postId, version } = await client.posts.create({ language: 'pl' });
      const document = documentOf(title, 'słowo '.repeat(words));
      return { postId, ...(await client.drafts.save({ postId, baseVersion: version, document })) };
    }

    const long = (title: string): PostDocument => documentOf(title, 'bardzo długi tekst '.repeat(40_000));
    const titles = async () => (await client.posts.list({})).items.map(({ title }) => title[0]?.text);

    async function isSound(): Promise<boolean> {
      await application.stop();
      const db = openDatabase(join(disk.folder, 'library.sqlite'));
      try {
        return db.pragma('integrity_check', { simple: true }) === 'ok';
      } finally {
        db.close();
        await start();
      }
    }

    test('saving a draft says so, loses nothing, and works again once there is room', async () => {
      const { postId, version } = await write('Zapisany');
      disk.fill();
      const save = () => client.drafts.save({ postId, baseVersion: version, document: long('Nowy') });
      await expect(save()).rejects.toMatchObject({ code: 'disk-full' });
      await expect(save()).rejects.toMatchObject({ code: 'disk-full' });
      expect((await client.drafts.open({ postId })).draft.document.title).toBe('Zapisany');
      disk.empty();
      expect((await save()).version).toBe(version + 1);
      expect((await client.drafts.open({ postId })).draft.document.title).toBe('Nowy');
      expect(await isSound()).toBe(true);
    });

    test('the list and the search go on', async () => {
      const { postId, version } = await write('Widoczny', 2_000);
      expect((await client.posts.list({ query: 'widoczny' })).items).toHaveLength(1);
      await client.drafts.save({
        postId,
        baseVersion: version,
        document: documentOf('Widoczny', 'nieznane '.repeat(60_000)),
      });
      disk.fill();
      expect(await titles()).toEqual(['Widoczny']);
      expect((await client.posts.list({ query: 'widoczny' })).items).toHaveLength(1);
      disk.empty();
      expect((await client.posts.list({ query: 'nieznane' })).items).toHaveLength(1);
    });

    test('a picture is refused and leaves nothing behind', async () => {
      const pixels = Buffer.alloc(1_200 * 1_200 * 3);
      for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 2_654_435_761) >>> 24;
      const bytes = new Uint8Array(
        await sharp(pixels, { raw: { width: 1_200, height: 1_200, channels: 3 } })
          .png()
          .toBuffer(),
      );
      disk.fill();
      await expect(client.media.import({ bytes, fileName: 'x.png' })).rejects.toMatchObject({
        code: 'disk-full',
      });
      disk.empty();
      expect(await client.media.import({ bytes, fileName: 'x.png' })).toMatchObject({ width: 1_200 });
    });

    test('a backup is not made, which is told; nothing half-made stays', async () => {
      await write('Bez kopii', 200_000);
      const failed = new Promise((resolve) => client.library.backupFailed(resolve));
      disk.fill();
      await expect(client.library.backUp()).rejects.toMatchObject({ code: 'disk-full' });
      expect(await failed).toEqual({ code: 'disk-full' });
      expect(await client.library.backups()).toEqual({ backups: [], failure: 'disk-full' });
      disk.empty();
      await client.library.backUp();
      const { backups, failure } = await client.library.backups();
      expect(backups.filter(({ reason }) => reason === 'request')).toHaveLength(1);
      expect(failure).toBeNull();
    });

    test('publishing into a full disk keeps the job, and publishes once there is room', async () => {
      await client.app.welcome({ language: 'pl' });
      const { postId } = await write('Do publikacji');
      const [account] = await client.accounts.list();
      disk.fill();
      const publish = () =>
        client.publishing.publish({ postId, accountId: account?.id ?? '', how: 'publish', publishAt: null });
      const refused = await publish().then(
        () => null,
        (error: { code: string }) => error.code,
      );
      disk.empty();
      // Either it was never taken into the queue, and that was said, or it is there and can be told to try again.
      expect([null, 'disk-full']).toContain(refused);
      if (refused) await publish();
      const ended = await new Promise<string>((resolve) => {
        client.publishing.jobs({ limit: 5 }, (jobs) => {
          const job = jobs[0];
          if (job?.state === 'succeeded') resolve('succeeded');
          else if (job && ['needs-attention', 'waiting'].includes(job.state))
            client.publishing.choose({ jobId: job.id, choice: 'try-again' }).catch(() => undefined);
        });
      });
      expect(ended).toBe('succeeded');
      expect(await isSound()).toBe(true);
    });

    test('a disk that turns read-only is told, and the library goes on when it can be written again', async () => {
      const { postId, version } = await write('Zapisany');
      await application.stop();
      disk.setReadOnly(true);
      await start();
      expect(await client.library.state()).toMatchObject({ state: 'closed', code: 'library-read-only' });
      disk.setReadOnly(false);
      expect(await client.library.openAgain()).toMatchObject({ state: 'open' });
      expect((await client.drafts.open({ postId })).draft).toMatchObject({ version });
      expect(await titles()).toEqual(['Zapisany']);
    });
  },
);
