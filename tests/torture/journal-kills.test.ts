/** The process is killed before and after each write to a job's journal; the next one finishes the job, once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createBlogAccounts } from '#main/accounts/blog-accounts.ts';
import { createPublishQueue } from '#main/publishing/queue.ts';
import { openLibrary } from '#main/storage/library.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, image, paragraphOf } from '../main/connectors/sample-post.ts';
import { findPhp } from '../servers/wordpress/php.ts';
import { startWordPress, wordPressMissing, type TestWordPress } from '../servers/wordpress/server.ts';
import { compareWithBlog, type Expected } from './publish-tally.ts';

/** claim; start and end of upload, term, reserve, fill, verify; receipt and permalink; the end. */
const writes = 15;
const points = Array.from({ length: writes }, (_point, at) => at + 1).flatMap((at) => [
  ['before', at] as const,
  ['after', at] as const,
]);
const hasPhp = (await findPhp()) !== null;

test.skipIf(wordPressMissing() !== null || !hasPhp)(
  'killed at any write to the journal, a post is on the blog once, with its picture and term once',
  async () => {
    const blog = await startWordPress();
    const folder = await mkdtemp(join(tmpdir(), 'brulion-journal-'));
    try {
      const accountId = await connect(folder, blog);
      const expected: Expected[] = [];
      let killed = 0;
      for (const [at, [when, point]] of points.entries()) {
        const post = await enqueue(folder, accountId, at);
        const first = await publish(folder, when, String(point));
        if (first.signal === 'SIGKILL') killed++;
        const last = first.signal === 'SIGKILL' ? await publish(folder) : first;
        expected.push({ ...post, ended: last.output.trim() === 'succeeded' });
      }
      const tally = await compareWithBlog(blog, expected);
      expect(tally).toMatchObject({
        posts: { found: points.length, duplicated: 0, missing: 0 },
        pictures: { found: points.length, duplicated: 0, missing: 0 },
        terms: { found: points.length, duplicated: 0, missing: 0 },
        wrong: [],
        stuck: 0,
      });
      // Nearly every point is one where something is written; the last few may lie beyond the end.
      expect(killed).toBeGreaterThan(points.length - 8);
    } finally {
      await blog.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
  600_000,
);

async function connect(folder: string, { url, users: { admin } }: TestWordPress): Promise<string> {
  const library = openLibrary(folder);
  const { id } = await createBlogAccounts(library).addWordPress({
    address: url,
    userName: admin.user,
    password: admin.appPassword,
    // The next process needs it too.
    secretStorage: 'file',
    makeDefault: true,
  });
  library.close();
  return id;
}

/** Puts a post with a picture and a tag of its own in line, and leaves it there. */
async function enqueue(folder: string, accountId: string, number: number): Promise<Expected> {
  const library = openLibrary(folder);
  const accounts = createBlogAccounts(library);
  const queue = createPublishQueue({
    library,
    connectorFor: accounts.connectorFor,
    isSignedIn: accounts.isSignedIn,
    author: () => 'Ala',
    device: 'test',
    log: () => {},
    onChange: () => {},
  });
  const bytes = await sharp({
    create: { width: 20 + number, height: 20, channels: 3, background: '#2549b8' },
  })
    .png()
    .toBuffer();
  const { hash } = await library.media.import(new Uint8Array(bytes), 'próba.png');
  const title = `Zabity ${number}`;
  const tag = `zabity-${number}`;
  const { postId } = library.posts.create({
    ...emptyDocument('pl'),
    title,
    tags: [tag],
    body: bodyOf(paragraphOf('Treść.'), image(hash, 'Obraz')),
  });
  // The queue was never started: the job waits for the process to come.
  await queue.publish({ postId, accountId, how: 'publish', publishAt: null });
  library.close();
  return {
    title,
    status: 'publish',
    hashes: [hash],
    tags: [tag],
    ended: false,
    receiptIsRight: true,
    isListed: true,
  };
}

async function publish(
  folder: string,
  ...kill: string[]
): Promise<{ signal: string | null; output: string }> {
  const script = fileURLToPath(new URL('publish-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder, ...kill], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { signal, output };
}
