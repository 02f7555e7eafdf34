/** Clocks that differ, and blogs in other time zones: the moment a post goes live and its date are those meant. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createScheduledPosts } from '#main/publishing/scheduled-posts.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { postsOnBlog, startBlogBed, type BlogBed } from './blog-bed.ts';

const hourMs = 3_600_000;
const skipped = wordPressMissing() !== null;
const toGmt = (moment: string) => moment.slice(0, 19);
/** On a whole second, as WordPress keeps it. */
const inHours = (hours: number, from = Date.now()) =>
  new Date(Math.floor(from / 1000) * 1000 + hours * hourMs).toISOString();

async function schedule(here: BlogBed, postId: string, accountId: string, publishAt: string) {
  const { id } = await here.bed.queue.publish({ postId, accountId, how: 'schedule', publishAt });
  return here.rests(id);
}

describe.skipIf(skipped)('a blog in a time zone', () => {
  let here: BlogBed;
  let accountId: string;
  beforeAll(async () => {
    here = await startBlogBed();
    accountId = await here.connect();
  });
  afterAll(() => here.stop());

  /** As Settings → General. */
  function setZone(timezone: string, offset: number): void {
    const database = new Database(join(here.blog.folder, 'wp-content', 'database', 'wp.sqlite'));
    const set = database.prepare(
      `INSERT INTO wp_options (option_name, option_value, autoload) VALUES (?, ?, 'on')
       ON CONFLICT (option_name) DO UPDATE SET option_value = excluded.option_value`,
    );
    set.run('timezone_string', timezone);
    set.run('gmt_offset', String(offset));
    database.close();
  }

  /** Local time `offset` hours from UTC, as WordPress writes it. */
  const local = (moment: string, offset: number) =>
    new Date(Date.parse(moment) + offset * hourMs).toISOString().slice(0, 19);

  const standing = (postId: string) => here.bed.library.remotePosts.get(postId, accountId);

  test.each([
    ['Europe/Warsaw', 0, '2027-07-01T10:00:00.000Z', 2],
    ['Europe/Warsaw', 0, '2027-12-01T23:30:00.000Z', 1],
    // The hour that comes twice, and the one that is left out.
    ['Europe/Warsaw', 0, '2027-10-31T00:30:00.000Z', 2],
    ['Europe/Warsaw', 0, '2027-10-31T01:30:00.000Z', 1],
    ['Europe/Warsaw', 0, '2027-03-28T01:00:00.000Z', 2],
    ['Asia/Kolkata', 0, '2027-07-01T20:00:00.000Z', 5.5],
    ['America/St_Johns', 0, '2027-07-01T01:00:00.000Z', -2.5],
    ['Pacific/Kiritimati', 0, '2027-12-31T11:00:00.000Z', 14],
    ['', 5.5, '2027-07-01T20:00:00.000Z', 5.5],
    ['', -9.5, '2027-07-01T03:00:00.000Z', -9.5],
    ['', 12.75, '2027-07-01T12:00:00.000Z', 12.75],
    ['', 0, '2027-07-01T12:00:00.000Z', 0],
  ])('%s %d: scheduled for %s', async (zone, gmtOffset, publishAt, offset) => {
    setZone(zone, gmtOffset);
    const title = `Termin ${zone} ${gmtOffset} ${publishAt}`;
    const postId = here.bed.write(title, 'Tekst.');
    expect(await schedule(here, postId, accountId, publishAt)).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'future', date_gmt: toGmt(publishAt), date: local(publishAt, offset) },
    ]);
    expect(standing(postId)).toMatchObject({ standing: 'scheduled', publishedAt: publishAt });
  });

  test.each([
    ['Asia/Kolkata', 0],
    ['Pacific/Kiritimati', 0],
    ['America/St_Johns', 0],
    ['', 5.75],
    ['', -9.5],
  ])('%s %d: published at once, and updated, the date is now; and it is live', async (zone, offset) => {
    setZone(zone, offset);
    const title = `Teraz ${zone} ${offset}`;
    const postId = here.bed.write(title, 'Tekst.');
    const from = Date.now() - 2_000;
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded' });
    const [first] = await postsOnBlog(here.blog, title);
    expect(first?.status).toBe('publish');
    const date = Date.parse(`${first?.date_gmt}Z`);
    expect(date).toBeGreaterThanOrEqual(from);
    expect(date).toBeLessThanOrEqual(Date.now() + 2_000);
    expect(Date.parse(standing(postId)?.publishedAt ?? '')).toBe(date);

    const { document, version } = here.bed.library.posts.draft(postId);
    here.bed.library.posts.saveDraft({
      postId,
      baseVersion: version,
      document: { ...document, excerpt: 'x' },
    });
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'publish', date_gmt: first?.date_gmt },
    ]);
  });

  test('that changes its zone between scheduling and an update: the moment stays', async () => {
    setZone('Europe/Warsaw', 0);
    const title = 'Zmiana strefy';
    const postId = here.bed.write(title, 'Tekst.');
    const publishAt = inHours(48);
    await schedule(here, postId, accountId, publishAt);
    setZone('America/St_Johns', 0);
    const { document, version } = here.bed.library.posts.draft(postId);
    here.bed.library.posts.saveDraft({
      postId,
      baseVersion: version,
      document: { ...document, excerpt: 'x' },
    });
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded', kind: 'update' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'future', date_gmt: toGmt(publishAt) },
    ]);
    expect(standing(postId)?.publishedAt).toBe(publishAt);
  });
});

describe.skipIf(skipped)('a blog whose clock is two hours ahead of ours', () => {
  let here: BlogBed;
  let accountId: string;
  beforeAll(async () => {
    here = await startBlogBed({ late: 2 * hourMs });
    accountId = await here.connect();
  });
  afterAll(() => here.stop());
  const ourNow = () => Date.now() - 2 * hourMs;

  test('does not bring a post out before its time: a person is asked, and a later time is taken', async () => {
    const title = 'Przed czasem';
    const postId = here.bed.write(title, 'Tekst.');
    const asked = await schedule(here, postId, accountId, inHours(1, ourNow()));
    expect(asked).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'clock-differs', choices: ['try-again', 'cancel'] },
    });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'draft' }]);
    const later = inHours(3, ourNow());
    expect(await schedule(here, postId, accountId, later)).toMatchObject({
      id: asked.id,
      state: 'succeeded',
    });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'future', date_gmt: toGmt(later) }]);
  });

  test('takes a time that is to come by both clocks as it is', async () => {
    const title = 'Po czasie obu zegarów';
    const postId = here.bed.write(title, 'Tekst.');
    const publishAt = inHours(5, ourNow());
    expect(await schedule(here, postId, accountId, publishAt)).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'future', date_gmt: toGmt(publishAt) },
    ]);
  });

  test('publishes at once with its own date', async () => {
    const title = 'Od razu, zegar do przodu';
    const postId = here.bed.write(title, 'Tekst.');
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded' });
    const [post] = await postsOnBlog(here.blog, title);
    expect(post?.status).toBe('publish');
    expect(Math.abs(Date.parse(`${post?.date_gmt}Z`) - Date.now())).toBeLessThan(60_000);
  });

  // Last: from here on our clock is right.
  test('and then our clock is put right: the same job publishes with the date that was meant', async () => {
    const title = 'Zegar nastawiony';
    const postId = here.bed.write(title, 'Tekst.');
    const publishAt = inHours(1, ourNow());
    const asked = await schedule(here, postId, accountId, publishAt);
    expect(asked.problem).toMatchObject({ code: 'clock-differs' });
    here.pass(2 * hourMs);
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'publish', date_gmt: toGmt(publishAt) },
    ]);
  });
});

describe.skipIf(skipped)('a blog whose clock is two hours behind ours', () => {
  let here: BlogBed;
  let accountId: string;
  beforeAll(async () => {
    here = await startBlogBed({ late: -2 * hourMs });
    accountId = await here.connect();
  });
  afterAll(() => here.stop());
  const ourNow = () => Date.now() + 2 * hourMs;

  test('takes the moment as it is', async () => {
    const title = 'Zegar do tyłu';
    const postId = here.bed.write(title, 'Tekst.');
    const publishAt = inHours(1, ourNow());
    expect(await schedule(here, postId, accountId, publishAt)).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'future', date_gmt: toGmt(publishAt) },
    ]);
  });

  test('publishes at once, and not in two hours', async () => {
    const title = 'Od razu, zegar do tyłu';
    const postId = here.bed.write(title, 'Tekst.');
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded' });
    const [post] = await postsOnBlog(here.blog, title);
    expect(post?.status).toBe('publish');
    expect(Math.abs(Date.parse(`${post?.date_gmt}Z`) - Date.now())).toBeLessThan(60_000);
  });

  test('publishes a scheduled post at once when it is told to', async () => {
    const title = 'Zaplanowany, a jednak teraz';
    const postId = here.bed.write(title, 'Tekst.');
    await schedule(here, postId, accountId, inHours(10, ourNow()));
    const { id } = await here.bed.queue.publish({ postId, accountId, how: 'publish-now', publishAt: null });
    expect(await here.rests(id)).toMatchObject({ state: 'succeeded' });
    const [post] = await postsOnBlog(here.blog, title);
    expect(post?.status).toBe('publish');
    expect(Math.abs(Date.parse(`${post?.date_gmt}Z`) - Date.now())).toBeLessThan(60_000);
  });

  test('a time that passed offline is kept as the date; the post is called live only when it is', async () => {
    const title = 'Spóźniony';
    const postId = here.bed.write(title, 'Tekst.');
    const publishAt = inHours(1, ourNow());
    here.proxy.setFaults(() => ({ kind: 'lose-request' }));
    const waiting = await schedule(here, postId, accountId, publishAt);
    expect(waiting).toMatchObject({ state: 'waiting', problem: { code: 'offline' } });
    here.proxy.setFaults(() => null);
    // By our clock it is over now, by the blog's it is not.
    here.pass(2 * hourMs);
    expect(await here.rests(waiting.id)).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'future', date_gmt: toGmt(publishAt) },
    ]);
    expect(here.bed.library.remotePosts.get(postId, accountId)).toMatchObject({
      standing: 'scheduled',
      publishedAt: publishAt,
    });
    const live: string[] = [];
    const scheduled = createScheduledPosts({
      library: here.bed.library,
      connectorFor: here.bed.accounts.connectorFor,
      log: () => {},
      now: () => new Date(ourNow() + 2 * hourMs),
      onLive: (postIds) => live.push(...postIds),
    });
    await scheduled.look();
    await scheduled.stop();
    expect(live).toEqual([]);
  });
});
