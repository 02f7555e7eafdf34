import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createScheduledPosts } from '#main/publishing/scheduled-posts.ts';
import { createPublishingBed, type PublishingBed } from './publishing-bed.ts';

const hourMs = 3_600_000;
let bed: PublishingBed;

beforeEach(async () => void (bed = await createPublishingBed()));
afterEach(() => bed.dispose());

/** Looks after scheduled posts at a moment; resolves with the posts that went live. */
async function lookAt(now: Date): Promise<readonly string[]> {
  const live: string[] = [];
  const scheduled = createScheduledPosts({
    library: bed.library,
    connectorFor: bed.accounts.connectorFor,
    log: () => {},
    now: () => now,
    onLive: (postIds) => live.push(...postIds),
  });
  await scheduled.look();
  await scheduled.stop();
  return live;
}

test('a post in a folder goes live when its time has come, and not before', async () => {
  const account = await bed.accounts.addFolder(join(bed.folder, 'blog'), 'Blog', true);
  const postId = bed.write('Za godzinę', 'Tekst.');
  const publishAt = new Date(Date.now() + hourMs).toISOString();
  const { id } = await bed.queue.publish({ postId, accountId: account.id, how: 'schedule', publishAt });
  await bed.reaches(id, 'succeeded');
  const page = fileURLToPath(bed.library.remotePosts.views(postId)[0]?.permalink ?? '');

  expect(await lookAt(new Date())).toEqual([]);
  expect(existsSync(page)).toBe(false);

  expect(await lookAt(new Date(Date.now() + 2 * hourMs))).toEqual([postId]);
  expect(existsSync(page)).toBe(true);
  expect(bed.library.remotePosts.views(postId)).toMatchObject([
    { remoteStatus: 'published', publishedAt: publishAt, changed: false },
  ]);
  expect(
    bed.library.posts.list({ query: '', filters: { trashed: false }, sort: 'updated', offset: 0, limit: 10 })
      .items[0]?.status,
  ).toBe('published');
  expect(await lookAt(new Date(Date.now() + 2 * hourMs))).toEqual([]);
});

test('an update after it went live finds nothing that somebody else changed', async () => {
  const account = await bed.accounts.addFolder(join(bed.folder, 'blog'), 'Blog', true);
  const postId = bed.write('Potem poprawka', 'Tekst.');
  const publishAt = new Date(Date.now() + hourMs).toISOString();
  const scheduled = await bed.queue.publish({ postId, accountId: account.id, how: 'schedule', publishAt });
  await bed.reaches(scheduled.id, 'succeeded');
  await lookAt(new Date(Date.now() + 2 * hourMs));
  const update = await bed.queue.publish({ postId, accountId: account.id, how: 'publish', publishAt: null });
  expect(update.kind).toBe('update');
  expect(await bed.reaches(update.id, 'succeeded', 'needs-attention')).toMatchObject({ state: 'succeeded' });
});
