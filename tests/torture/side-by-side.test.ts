/** What one job leaves behind for another: shared pictures and terms, and the lost draft of a cancelled one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScheduledPosts } from '#main/publishing/scheduled-posts.ts';
import { adminCall } from '../main/connectors/wordpress/admin-call.ts';
import { bodyOf, image, paragraphOf } from '../main/connectors/sample-post.ts';
import { findPhp } from '../servers/wordpress/php.ts';
import { wordPressMissing } from '../servers/wordpress/server.ts';
import { act } from './act.ts';
import { faultCases } from './fault-cases.ts';
import { runProcess } from './journal-kills.ts';
import { addNumberedPicture } from './numbered-picture.ts';
import { playScene } from './play-scene.ts';
import { scenes, scheduledFor } from './scenes.ts';
import { onStage, type WholeStage } from './stage.ts';

const skip = wordPressMissing() !== null || (await findPhp()) === null;
const theFault = (name: string) => {
  const found = faultCases.find((fault) => fault.name === name);
  if (!found) throw new Error(`There is no fault ${name}.`);
  return found;
};

let stage: WholeStage;
let leave: () => void;
let left: Promise<unknown>;
beforeAll(async () => {
  if (skip) return;
  await new Promise<void>((ready, failed) => {
    left = onStage(
      (built) =>
        new Promise<void>((resolve) => {
          stage = built;
          leave = resolve;
          ready();
        }),
    ).catch(failed);
  });
});
afterAll(async () => {
  if (skip) return;
  leave();
  await left;
});

test.skipIf(skip)('posts published at once share one upload of a picture and one new term', async () => {
  const { bed, accountId, blog, line } = stage;
  await line.play([]);
  const hash = await addNumberedPicture(bed.library, 1);
  const titles = ['Pierwszy wspólny', 'Drugi wspólny'];
  const jobs = await Promise.all(
    titles.map((title) => {
      const postId = bed.write(title, '', {
        tags: ['wspólny tag'],
        body: bodyOf(paragraphOf('Tekst.'), image(hash, 'Wspólny obraz')),
      });
      return bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
    }),
  );
  const ended = await Promise.all(jobs.map(({ id }) => bed.reaches(id, 'succeeded', 'needs-attention')));
  expect(ended.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
  expect([blog.uploads(hash), blog.terms('wspólny tag')]).toEqual([1, 1]);
  for (const title of titles)
    expect(blog.posts(title)).toMatchObject([
      { status: 'publish', terms: expect.arrayContaining(['wspólny tag']) },
    ]);
});

test.skipIf(skip)(
  'a job cancelled while the answer to its draft was lost leaves no second post',
  async () => {
    const { bed, accountId, blog, line } = stage;
    const title = 'Rozmyślony';
    const postId = bed.write(title, 'Tekst.');
    await line.play([{ at: 0, times: 1, fault: theFault('reply lost') }]);
    const { id } = await bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
    await bed.reaches(id, 'waiting');
    bed.queue.cancel(id);
    // And once more: what the first lost, the second finds out only in its own time.
    await line.play([{ at: 0, times: 1, fault: theFault('500') }]);
    const second = await bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
    await bed.reaches(second.id, 'waiting');
    bed.queue.cancel(second.id);
    const { job, untruths } = await act(stage, postId, 'publish');
    expect([job.state, untruths]).toEqual(['succeeded', []]);
    expect(blog.posts(title)).toMatchObject([{ status: 'publish' }]);
  },
);

test.skipIf(skip)('a line that fails at every fifth request asks nobody: the job gets on', async () => {
  const scene = scenes.find(({ name }) => name === 'publish all');
  if (!scene) throw new Error('There is no such scene.');
  const faults = Array.from({ length: 12 }, (_fault, at) => ({
    at: at * 5,
    times: 1,
    fault: theFault('captive portal'),
  }));
  const { troubles } = await playScene(stage, { scene, number: 900, faults });
  expect(troubles).toEqual([]);
});

test.skipIf(skip)(
  'a hotel’s network that stays asks a person in the end, and goes on by itself once online',
  async () => {
    const { bed, accountId, blog, line } = stage;
    const title = 'W hotelu';
    const postId = bed.write(title, 'Tekst.');
    await line.play([{ at: 0, times: 1_000, fault: theFault('captive portal') }]);
    const { id } = await bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
    await bed.reaches(id, 'waiting');
    // As if half a minute of tries had gone by.
    bed.library.jobs.change(id, { attempts: 5 });
    await bed.reaches(id, 'needs-attention', 'succeeded');
    expect(bed.queue.jobs(1)).toMatchObject([
      { id, state: 'needs-attention', problem: { code: 'answer-unreadable' }, nextTryAt: null },
    ]);
    expect(blog.posts(title)).toEqual([]);
    await line.play([]);
    bed.queue.wake('online');
    expect(await bed.reaches(id, 'succeeded')).toMatchObject({ problem: null });
    expect(blog.posts(title)).toMatchObject([{ status: 'publish' }]);
  },
);

test.skipIf(skip)('two processes on one library: one publishes, the other is kept out', async () => {
  const { bed, accountId, blog, line } = stage;
  const title = 'Dwa procesy';
  const postId = bed.write(title, 'Tekst.');
  await line.play([]);
  const { folder } = bed;
  const ends = await bed.whileQuit(() => {
    const order = { folder, deed: { postId, accountId, deed: 'publish' } } as const;
    return Promise.allSettled([runProcess(order), runProcess(order)]);
  });
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(ends.find(({ status }) => status === 'fulfilled')).toMatchObject({ value: { state: 'succeeded' } });
  expect(blog.posts(title)).toMatchObject([{ status: 'publish' }]);
});

test.skipIf(skip)(
  'a scheduled post is known to be live once the blog says so itself, whatever else answers',
  async () => {
    const { bed, accountId, blog, line, wordPress } = stage;
    const title = 'Zaplanowany';
    const postId = bed.write(title, 'Tekst.');
    const { job } = await act(stage, postId, 'schedule');
    expect(job.state).toBe('succeeded');
    const [post] = blog.posts(title);
    const published = await adminCall(wordPress, `wp/v2/posts/${post?.id}`, {
      method: 'POST',
      body: { status: 'publish', date_gmt: '2026-01-01T10:00:00' },
    });
    expect(published.status).toBe(200);

    const standing = () => bed.library.remotePosts.get(postId, accountId)?.standing;
    const look = async () => {
      const live: string[] = [];
      const errors: unknown[] = [];
      const watcher = createScheduledPosts({
        library: bed.library,
        connectorFor: bed.accounts.connectorFor,
        log: (level, _message, error) => void (level === 'error' && errors.push(error)),
        now: () => new Date(Date.parse(scheduledFor) + 60_000),
        onLive: (postIds) => live.push(...postIds),
      });
      await watcher.look();
      await watcher.stop();
      return { live, errors };
    };
    for (const fault of faultCases) {
      await line.play([{ at: 0, times: 9, fault }]);
      // A slow answer is an answer.
      if (fault.name === 'drips') continue;
      expect([fault.name, await look(), standing()]).toEqual([
        fault.name,
        { live: [], errors: [] },
        'scheduled',
      ]);
    }
    await line.play([]);
    expect(await look()).toEqual({ live: [postId], errors: [] });
    expect(standing()).toBe('published');
    expect(await look()).toEqual({ live: [], errors: [] });
  },
);
