/** A blog whose answers come with noise around the JSON, or come empty, or are somebody else’s. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault, ProxiedRequest } from '#tests/servers/fault-proxy.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { picturesOnBlog, postsOnBlog, startBlogBed, type BlogBed } from './blog-bed.ts';

const notice =
  '<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/srv/{site}/functions.php</b> on line <b>3</b><br />\n';

const noises: [string, { before?: string; after?: string }][] = [
  ['a PHP notice before it', { before: notice }],
  ['a byte order mark before it', { before: '\uFEFF' }],
  ['blank lines and byte order marks before it', { before: '\uFEFF\r\n\uFEFF\n' }],
  ['a piece of a page before it', { before: '<!doctype html><div class="x">{{ menu }}</div>' }],
  ['a comment of a cache after it', { after: '\n<!-- Cached {page} in 0.3 s -->' }],
  [
    'a script of the host’s after it',
    { after: '<script>var ad = {id: [1]}; if (ad) { ad.id[0]++ }</script>' },
  ],
  ['all sorts of things before it', { before: `\uFEFF${notice}<!-- {} -->` }],
];

describe.skipIf(wordPressMissing() !== null)('answers of a blog', () => {
  let here: BlogBed;
  let accountId: string;
  beforeAll(async () => {
    here = await startBlogBed();
    accountId = await here.connect();
  });
  afterAll(() => here.stop());
  afterEach(() => here.proxy.setFaults(() => null));

  async function isThereOnce(title: string, hash: string): Promise<void> {
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
    expect(await picturesOnBlog(here.blog, hash)).toHaveLength(1);
  }

  test.each(noises)(
    'with %s are understood, from finding the blog to checking the post',
    async (name, noise) => {
      here.proxy.setFaults(() => ({ kind: 'noise', ...noise }));
      const noisy = await here.connect();
      const title = `Szum: ${name}`;
      const { postId, hash } = await here.writeWithPicture(title, { tags: [`tag ${name}`] });
      const job = await here.publish(postId, noisy);
      expect(job).toMatchObject({ state: 'succeeded' });
      expect(job.receipt?.checks.filter(({ result }) => result !== 'same')).toEqual([]);
      await isThereOnce(title, hash);
      await here.bed.accounts.remove(noisy);
    },
  );

  const isWrite = ({ method }: ProxiedRequest) => method === 'POST';
  const withPassword = ({ headers }: ProxiedRequest) => headers.authorization !== undefined;
  const empty: Fault = { kind: 'answer-after', status: 200, body: '' };
  const basicLogin: Fault = {
    kind: 'answer',
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="staging"' },
    body: '<h1>401 Authorization Required</h1>',
  };
  const firewall: Fault = { kind: 'answer', status: 403, body: '<h1>Request blocked</h1>' };
  const form: Fault = { kind: 'answer', status: 200, body: '<form><input type="password"></form>' };
  const noRoute: Fault = { kind: 'answer', status: 404, body: '<h1>Not found</h1>' };

  test.each<[string, Fault, (request: ProxiedRequest) => boolean]>([
    ['empty, to everything', { kind: 'answer', status: 200, body: '' }, withPassword],
    ['a login form', form, withPassword],
    ['a login form, only to writes', form, isWrite],
    ['a login of the server’s own', basicLogin, withPassword],
    ['a firewall’s', firewall, isWrite],
    ['of a server that has lost the blog', noRoute, withPassword],
  ])('that are %s: waits, asks in the end, and goes on when it is over', async (name, fault, when) => {
    const title = `Odpowiedź: ${name}`;
    const { postId, hash } = await here.writeWithPicture(title);
    here.proxy.setFaults((request) => (when(request) ? fault : null));
    const first = await here.publish(postId, accountId);
    expect(first).toMatchObject({ state: 'waiting', problem: { code: 'answer-unreadable' } });
    // Every write that is found to have happened lets the job go a step further, so there may be many tries.
    for (let tries = 1; tries < 30 && here.bed.queue.jobs(1)[0]?.state === 'waiting'; tries++) {
      here.pass(600_000);
      await here.rests(first.id);
    }
    expect(here.bed.queue.jobs(1)[0]).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'answer-unreadable', choices: ['try-again', 'cancel'] },
    });
    here.proxy.setFaults(() => null);
    expect(await here.choose(first.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title, hash);
  });

  test('that are empty after the blog has acted: what has happened is found out, and the post is there', async () => {
    const title = 'Odpowiedź: pusta po wszystkim';
    const { postId, hash } = await here.writeWithPicture(title);
    here.proxy.setFaults((request) => (isWrite(request) ? empty : null));
    const first = await here.publish(postId, accountId);
    expect(first).toMatchObject({ state: 'waiting', problem: { code: 'answer-unreadable' } });
    for (let tries = 1; tries < 30 && here.bed.queue.jobs(1)[0]?.state === 'waiting'; tries++) {
      here.pass(600_000);
      await here.rests(first.id);
    }
    expect(here.bed.queue.jobs(1)[0]).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title, hash);
  });

  test('that redirect to wp-login.php: waits, and goes on when it is over', async () => {
    const title = 'Odpowiedź: wp-login.php';
    const { postId, hash } = await here.writeWithPicture(title);
    here.proxy.setFaults((request) =>
      withPassword(request) && !request.path.startsWith('/wp-login.php')
        ? { kind: 'answer', status: 302, headers: { location: '/wp-login.php' } }
        : null,
    );
    const first = await here.publish(postId, accountId);
    expect(first).toMatchObject({ state: 'waiting', problem: { code: 'answer-unreadable' } });
    here.proxy.setFaults(() => null);
    here.pass(600_000);
    expect(await here.rests(first.id)).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title, hash);
  });
});
