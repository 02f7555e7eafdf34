/** What can go wrong on a blog between two clicks: each is told, loses nothing, and the same job ends well in the end. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestUser } from '#tests/servers/wordpress/server.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { adminCall } from '../connectors/wordpress/admin-call.ts';
import { createBlogBed, resting, type BlogBed } from './blog-bed.ts';

const missing = wordPressMissing();

describe.skipIf(missing !== null)('a blog on a bad day', { timeout: 60_000 }, () => {
  let it: BlogBed;
  beforeAll(async () => void (it = await createBlogBed()), 120_000);
  afterAll(() => it.dispose());

  async function newUser(role: string): Promise<TestUser & { id: number }> {
    const user = `${role}${randomUUID().slice(0, 8)}`;
    const body = { username: user, password: randomUUID(), email: `${user}@example.test`, roles: [role] };
    const created = await adminCall(it.blog, 'wp/v2/users', { method: 'POST', body });
    const { id } = (await created.json()) as { id: number };
    return { id, user, password: '', appPassword: await newPassword(id) };
  }

  async function newPassword(userId: number): Promise<string> {
    const path = `wp/v2/users/${userId}/application-passwords`;
    const answer = await adminCall(it.blog, path, { method: 'POST', body: { name: randomUUID() } });
    return ((await answer.json()) as { password: string }).password;
  }

  /** Does something on the blog when the application sends its n-th request from now. */
  function atRequest(number: number, act: () => Promise<unknown>): Promise<unknown> {
    let requests = 0;
    return new Promise((resolve, reject) => {
      it.proxy.setFaults(() => {
        if (requests++ === number) act().then(resolve, reject);
        return null;
      });
    });
  }

  async function endsWell(jobId: string, title: string): Promise<void> {
    expect(await it.bed.reaches(jobId, ...resting)).toMatchObject({ state: 'succeeded', problem: null });
    const posts = await it.posts(title);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.status).toBe('publish');
  }

  test('a password revoked in the middle is asked for, and the job goes on where it was', async () => {
    const author = await newUser('author');
    const accountId = await it.connect(author);
    const postId = await it.write('Odwołane hasło');
    const revoked = atRequest(1, () =>
      adminCall(it.blog, `wp/v2/users/${author.id}/application-passwords`, { method: 'DELETE' }),
    );
    const job = await it.publish(postId, accountId);
    await revoked;
    expect(job).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'sign-in-refused', choices: expect.arrayContaining(['enter-password', 'cancel']) },
    });
    await expect(
      it.bed.accounts.setPassword(accountId, { password: 'wrong', secretStorage: 'session' }),
    ).rejects.toMatchObject({
      code: 'sign-in-refused',
    });
    await it.bed.accounts.setPassword(accountId, {
      password: await newPassword(author.id),
      secretStorage: 'session',
    });
    it.bed.queue.wake('signed-in', accountId);
    await endsWell(job.id, 'Odwołane hasło');
  });

  test('a role lowered since connecting is told; raised again, the same job ends well', async () => {
    const author = await newUser('author');
    const accountId = await it.connect(author);
    const setRole = (role: string) =>
      adminCall(it.blog, `wp/v2/users/${author.id}`, { method: 'POST', body: { roles: [role] } });
    await setRole('contributor');
    const job = await it.publish(await it.write('Zabrana rola'), accountId);
    expect(job).toMatchObject({ state: 'needs-attention', problem: { code: 'forbidden' } });
    await setRole('author');
    it.bed.queue.choose(job.id, 'try-again');
    await endsWell(job.id, 'Zabrana rola');
  });

  test('notices of PHP before every answer change nothing', async () => {
    const accountId = await it.connect(await newUser('author'));
    await it.plugin(
      'notice',
      `echo "<br />\\n<b>Notice</b>: Undefined variable \\$x in <b>/x.php</b><br />\\n";`,
    );
    const job = await it.publish(await it.write('Ostrzeżenia'), accountId);
    expect(job.receipt?.checks.filter(({ result }) => result === 'different')).toEqual([]);
    await it.plugin('notice', '');
    await endsWell(job.id, 'Ostrzeżenia');
  });

  test('a login page in front of everything is told as such, and goes away by itself', async () => {
    const accountId = await it.connect(await newUser('author'));
    await it.plugin(
      'wall',
      `header('Content-Type: text/html'); echo '<form action="/wp-login.php">Log in</form>'; exit;`,
    );
    const job = await it.publish(await it.write('Za ścianą'), accountId);
    expect(job).toMatchObject({ problem: { code: 'answer-unreadable' } });
    expect(['waiting', 'needs-attention']).toContain(job.state);
    await it.plugin('wall', '');
    it.bed.queue.choose(job.id, 'try-again');
    await endsWell(job.id, 'Za ścianą');
  });

  test('a redirect to another host gets neither the password nor the post', async () => {
    const accountId = await it.connect(await newUser('author'));
    const seen: string[] = [];
    const other = createServer((request, response) => {
      seen.push(`${request.method} ${JSON.stringify(request.headers)}`);
      response.end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const location = `http://localhost:${(other.address() as AddressInfo).port}/wp-json/`;
    try {
      for (const status of [301, 302, 307, 308]) {
        it.proxy.setFaults(() => ({ kind: 'answer', status, headers: { location } }));
        const title = `Przekierowany ${status}`;
        const job = await it.publish(await it.write(title), accountId);
        // It waits first: a hotel's line redirects everything until one has paid.
        expect(job).toMatchObject({ state: 'waiting', problem: { code: 'redirected' } });
        it.proxy.setFaults(() => null);
        it.bed.queue.choose(job.id, 'try-again');
        await endsWell(job.id, title);
      }
    } finally {
      it.proxy.setFaults(() => null);
      other.closeAllConnections();
      await new Promise((resolve) => other.close(resolve));
    }
    expect(
      seen.filter((request) => /authorization|cookie/i.test(request) || /^(POST|PUT)/.test(request)),
    ).toEqual([]);
  });

  test('a picture too large for the blog is named; allowed again, the same job ends well', async () => {
    const accountId = await it.connect(await newUser('author'));
    await it.plugin(
      'limit',
      `add_filter('wp_handle_sideload_prefilter', fn($f) => ['error' => 'Plik przekracza limit.'] + $f);`,
    );
    const job = await it.publish(await it.write('Za duży obraz'), accountId);
    expect(job).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'upload-rejected', subject: 'próba.png', detail: expect.stringContaining('limit') },
    });
    await it.plugin('limit', '');
    it.bed.queue.choose(job.id, 'try-again');
    await endsWell(job.id, 'Za duży obraz');
  });

  test('a server’s own limit (413) is the picture’s, too', async () => {
    const accountId = await it.connect(await newUser('author'));
    it.proxy.setFaults(({ method, path }) =>
      method === 'POST' && path.includes('media') ? { kind: 'answer', status: 413 } : null,
    );
    const job = await it.publish(await it.write('Za duże żądanie'), accountId);
    expect(job).toMatchObject({ state: 'needs-attention', problem: { code: 'upload-rejected' } });
    it.proxy.setFaults(() => null);
    it.bed.queue.choose(job.id, 'try-again');
    await endsWell(job.id, 'Za duże żądanie');
  });

  describe('a post that was touched on the blog meanwhile', () => {
    let accountId: string;
    beforeAll(async () => void (accountId = await it.connect(await newUser('editor'))));

    async function published(title: string) {
      const postId = await it.write(title);
      const job = await it.publish(postId, accountId);
      expect(job.state).toBe('succeeded');
      const [post] = await it.posts(title);
      const draft = it.bed.library.posts.draft(postId);
      it.bed.library.posts.saveDraft({
        postId,
        baseVersion: draft.version,
        document: { ...draft.document, excerpt: 'Zmieniony u nas.' },
      });
      return { postId, id: post?.id as number };
    }

    test('edited: nothing is overwritten until a person says so', async () => {
      const { postId, id } = await published('Edytowany');
      await adminCall(it.blog, `wp/v2/posts/${id}`, { method: 'POST', body: { content: '<p>Z bloga.</p>' } });
      const job = await it.publish(postId, accountId);
      expect(job).toMatchObject({
        state: 'needs-attention',
        problem: { code: 'remote-changed', choices: ['overwrite-remote', 'cancel'] },
      });
      expect((await it.posts('Edytowany'))[0]?.content.raw).toBe('<p>Z bloga.</p>');
      it.bed.queue.choose(job.id, 'overwrite-remote');
      await endsWell(job.id, 'Edytowany');
    });

    test.each([
      ['put in the trash', 'W koszu', {}],
      ['deleted for good', 'Usunięty', { force: 'true' }],
    ])('%s: a person decides whether it is published anew', async (_what, title, query) => {
      const { postId, id } = await published(title);
      await adminCall(it.blog, `wp/v2/posts/${id}`, {
        method: 'DELETE',
        query: query as Record<string, string>,
      });
      const job = await it.publish(postId, accountId);
      expect(job).toMatchObject({ state: 'needs-attention', problem: { code: 'remote-deleted' } });
      it.bed.queue.choose(job.id, 'publish-as-new');
      expect(await it.bed.reaches(job.id, ...resting)).toMatchObject({ state: 'succeeded' });
      const live = (await it.posts(title)).filter(({ status }) => status === 'publish');
      expect(live).toHaveLength(1);
    });
  });

  test.each(['Asia/Kolkata', 'UTC-9.5', 'Europe/Warsaw'])(
    'in the time zone %s, a post is scheduled for the very moment',
    async (zone) => {
      const accountId = await it.connect(await newUser('editor'));
      const [name, offset] = zone.startsWith('UTC') ? ['', zone.slice(3)] : [zone, ''];
      await it.plugin(
        'zone',
        `add_filter('pre_option_timezone_string', fn() => '${name}'); add_filter('pre_option_gmt_offset', fn() => ${offset === '' ? 'false' : `'${offset}'`});`,
      );
      const title = `Na czas ${zone}`;
      const publishAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 7 * 86_400_000).toISOString();
      const job = await it.publish(await it.write(title), accountId, publishAt);
      expect(job.state).toBe('succeeded');
      expect(job.receipt?.checks.find(({ what }) => what === 'date')?.result).toBe('same');
      const [post] = await it.posts(title);
      expect(post).toMatchObject({ status: 'future', date_gmt: publishAt.slice(0, 19) });
      await it.plugin('zone', '');
    },
  );

  test('a blog whose clock is hours behind or ahead: what was published now is published', async () => {
    const accountId = await it.connect(await newUser('editor'));
    for (const [title, seconds] of [
      ['Zegar w tyle', -3 * 3_600],
      ['Zegar w przodzie', 3 * 3_600],
    ] as const) {
      it.proxy.setFaults(() => null);
      await it.plugin(
        'clock',
        `add_filter('rest_post_dispatch', function ($r) { $r->header('Date', gmdate('D, d M Y H:i:s', time() + ${seconds}) . ' GMT'); return $r; });`,
      );
      const job = await it.publish(await it.write(title), accountId);
      expect(job.state).toBe('succeeded');
      await endsWell(job.id, title);
    }
    await it.plugin('clock', '');
  });
});
