/** The disk fills up while a post is on its way: the job goes on by itself when there is room, and the post is there once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#main/connectors/connector.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, image, paragraphOf } from '../connectors/sample-post.ts';
import { createPublishingBed, type PublishingBed } from '../publishing/publishing-bed.ts';
import { makeSmallDisk, smallDiskMissing, type SmallDisk } from './small-disk.ts';

const missing = smallDiskMissing();
const moments = ['uploadMedia', 'ensureTerm', 'reserve', 'fill', 'readLivePage'] as const;
type Moment = (typeof moments)[number];

describe.skipIf(missing !== null)(`publishing${missing ? ` (${missing})` : ''}`, { timeout: 60_000 }, () => {
  let disk: SmallDisk;
  let blog: string;
  let bed: PublishingBed;
  /** How far the wall clock is ahead, ms. */
  let ahead = 0;
  let fillAt: { readonly moment: Moment; readonly when: 'before' | 'after' } | null = null;

  /** The real connector; at the moment wished for the library's disk fills up. */
  const between = (connector: Connector): Connector =>
    new Proxy(connector, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function' || name !== fillAt?.moment) return member;
        return async (...args: unknown[]) => {
          const when = fillAt?.when;
          fillAt = null;
          if (when === 'before') fill();
          const answer: unknown = await member.apply(target, args);
          if (when === 'after') fill();
          return answer;
        };
      },
    });

  /** Also the pages the write-ahead log has to spare. */
  function fill(): void {
    bed.library.db.pragma('wal_checkpoint(TRUNCATE)');
    disk.fill();
  }

  beforeEach(async () => {
    disk = makeSmallDisk(24);
    blog = mkdtempSync(join(tmpdir(), 'brulion-full-blog-'));
    ahead = 0;
    bed = await createPublishingBed({
      libraryFolder: disk.folder,
      now: () => new Date(Date.now() + ahead),
      between,
    });
  });
  afterEach(async () => {
    await bed.dispose();
    disk.remove();
    rmSync(blog, { recursive: true, force: true });
  });

  async function enqueue(): Promise<string> {
    const account = await bed.accounts.addFolder(blog, 'Blog', true);
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    const { hash } = await bed.library.media.import(new Uint8Array(bytes), 'próba.png');
    const { postId } = bed.library.posts.create({
      ...emptyDocument('pl'),
      title: 'Pełny dysk',
      tags: ['dysk'],
      body: bodyOf(paragraphOf('Zażółć gęślą jaźń.'), image(hash, 'Obraz')),
    });
    return (await bed.queue.publish({ postId, accountId: account.id, how: 'publish', publishAt: null })).id;
  }

  /** Posts in the folder with this title. */
  const posts = () =>
    readdirSync(blog, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.md') && readFileSync(join(blog, name), 'utf8').includes('Pełny dysk'),
    );

  test.each(moments.flatMap((moment) => [['before', moment] as const, ['after', moment] as const]))(
    'the disk fills up %s %s',
    async (when, moment) => {
      fillAt = { when, moment };
      const jobId = await enqueue();
      const held = await bed.reaches(jobId, 'waiting', 'succeeded', 'needs-attention');
      expect(held).toMatchObject({ state: 'waiting', problem: { code: 'disk-full' } });
      disk.empty();
      await bed.queue.choose(jobId, 'try-again');
      const ended = await bed.reaches(jobId, 'succeeded', 'needs-attention');
      expect(ended).toMatchObject({ state: 'succeeded', problem: null });
      expect(posts()).toHaveLength(1);
      expect(bed.library.db.pragma('integrity_check', { simple: true })).toBe('ok');
    },
  );

  test('with room again the job goes on by itself; until then no answer is taken', async () => {
    fillAt = { when: 'before', moment: 'uploadMedia' };
    const jobId = await enqueue();
    await bed.reaches(jobId, 'waiting');
    // While nothing can be put on record no answer is taken, and the queue stays as it is.
    await expect((async () => bed.queue.choose(jobId, 'try-again'))()).rejects.toMatchObject({
      code: 'SQLITE_FULL',
    });
    await expect((async () => bed.queue.cancel(jobId))()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(bed.queue.jobs(5)).toMatchObject([{ id: jobId, state: 'waiting' }]);
    disk.empty();
    ahead = 60_000;
    expect(await bed.reaches(jobId, 'succeeded', 'needs-attention')).toMatchObject({ state: 'succeeded' });
    expect(posts()).toHaveLength(1);
  });

  test('quit while the disk is full, the job is finished after the next start', async () => {
    fillAt = { when: 'after', moment: 'fill' };
    const jobId = await enqueue();
    await bed.reaches(jobId, 'waiting');
    await bed.whileQuit(async () => disk.empty());
    expect(await bed.reaches(jobId, 'succeeded', 'needs-attention')).toMatchObject({ state: 'succeeded' });
    expect(posts()).toHaveLength(1);
  });
});
