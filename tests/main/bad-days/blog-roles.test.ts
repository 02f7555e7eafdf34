/** Who may do what on the blog changes between connecting and publishing, or in the middle of it. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProxiedRequest } from '#tests/servers/fault-proxy.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { adminCall } from '../connectors/wordpress/admin-call.ts';
import { picturesOnBlog, postsOnBlog, setRole, startBlogBed, type BlogBed } from './blog-bed.ts';

const isCreate = ({ method, path }: ProxiedRequest) => method === 'POST' && /wp\/v2\/posts(\?|$)/.test(path);
const isFill = ({ method, path }: ProxiedRequest) => method === 'POST' && /wp\/v2\/posts\/\d+/.test(path);
const isUpload = ({ method, path }: ProxiedRequest) => method === 'POST' && /wp\/v2\/media(\?|$)/.test(path);
const isTerm = ({ method, path }: ProxiedRequest) => method === 'POST' && path.includes('wp/v2/tags');

describe.skipIf(wordPressMissing() !== null)('a user of the blog', () => {
  let here: BlogBed;
  let accountId: string;
  beforeAll(async () => {
    here = await startBlogBed();
    accountId = await here.connect('author');
  });
  afterAll(() => here.stop());
  afterEach(async () => {
    here.proxy.setFaults(() => null);
    await setRole(here.blog, 'author', 'author');
    for (const { id, state } of here.bed.queue.jobs(100))
      if (state !== 'succeeded' && state !== 'cancelled') here.bed.queue.cancel(id);
  });

  async function isThereOnce(title: string, hash?: string): Promise<void> {
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
    const pictures = hash === undefined ? [] : await picturesOnBlog(here.blog, hash);
    expect(pictures).toHaveLength(hash === undefined ? 0 : 1);
  }

  /** Once, before the first such request reaches the blog. */
  function before(when: (request: ProxiedRequest) => boolean, act: () => Promise<void>): void {
    here.proxy.setFaults(async (request) => {
      if (!when(request)) return null;
      here.proxy.setFaults(() => null);
      await act();
      return null;
    });
  }

  test('whose role may not publish: the post waits as a draft, and goes live when the role is raised', async () => {
    await setRole(here.blog, 'author', 'contributor');
    const title = 'Współpracownik';
    const postId = here.bed.write(title, 'Tekst.');
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({ state: 'needs-attention', problem: { code: 'forbidden' } });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'draft' }]);
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ problem: { code: 'forbidden' } });
    await setRole(here.blog, 'author', 'author');
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title);
  });

  test.each(['contributor', 'subscriber'])('lowered to %s, with a picture to send', async (role) => {
    await setRole(here.blog, 'author', role);
    const title = `Obraz: ${role}`;
    const { postId, hash } = await here.writeWithPicture(title);
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'upload-forbidden', subject: 'żółw.png', choices: ['try-again', 'cancel'] },
    });
    expect(await postsOnBlog(here.blog, title)).toEqual([]);
    await setRole(here.blog, 'author', 'author');
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title, hash);
  });

  test('who may write but not upload', async () => {
    const folder = join(here.blog.folder, 'wp-content', 'mu-plugins');
    await mkdir(folder, { recursive: true });
    const plugin = join(folder, 'no-uploads.php');
    await writeFile(
      plugin,
      "<?php add_filter('user_has_cap', fn($caps, $c, $a, $user) => in_array('administrator', $user->roles) ? $caps : array_diff_key($caps, ['upload_files' => 1]), 10, 4);",
    );
    const title = 'Bez prawa do plików';
    const { postId, hash } = await here.writeWithPicture(title);
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({ state: 'needs-attention', problem: { code: 'upload-forbidden' } });
    await rm(plugin);
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title, hash);
  });

  test.each([
    ['the post goes without it, when a person says so', 'without-term'],
    ['the post goes with it, once an administrator has added it', 'try-again'],
  ] as const)('who may not add a category: %s', async (_, choice) => {
    const title = `Kategoria: ${choice}`;
    const name = `Nowa ${choice}`;
    const postId = here.bed.write(title, 'Tekst.', { categories: [name] });
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'term-forbidden', subject: name, choices: ['without-term', 'try-again', 'cancel'] },
    });
    if (choice === 'try-again')
      await adminCall(here.blog, 'wp/v2/categories', { method: 'POST', body: { name } });
    expect(await here.choose(asked.id, choice)).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title);
  });

  test.each([
    ['contributor', 'create', isCreate],
    ['subscriber', 'create', isCreate],
    ['contributor', 'fill', isFill],
    ['subscriber', 'fill', isFill],
  ] as const)('lowered to %s in the middle, before the %s', async (role, point, when) => {
    const title = `W trakcie: ${role}, ${point}`;
    const { postId, hash } = await here.writeWithPicture(title);
    before(when, () => setRole(here.blog, 'author', role));
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({ state: 'needs-attention', problem: { code: 'forbidden' } });
    await setRole(here.blog, 'author', 'author');
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title, hash);
  });

  test('lowered when the answer to the create was lost: the reserved post is found again', async () => {
    const title = 'Zgubiona odpowiedź, niższa rola';
    const postId = here.bed.write(title, 'Tekst.');
    here.proxy.setFaults((request) => (isCreate(request) ? { kind: 'lose-reply' } : null));
    const waiting = await here.publish(postId, accountId);
    expect(waiting).toMatchObject({ state: 'waiting', problem: { code: 'offline' } });
    here.proxy.setFaults(() => null);
    await setRole(here.blog, 'author', 'subscriber');
    here.pass(60_000);
    expect(await here.rests(waiting.id)).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'forbidden' },
    });
    await setRole(here.blog, 'author', 'author');
    expect(await here.choose(waiting.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    await isThereOnce(title);
  });

  async function authorId(): Promise<number> {
    const query = { search: 'author', context: 'edit' };
    const [author] = (await (await adminCall(here.blog, 'wp/v2/users', { query })).json()) as {
      id: number;
    }[];
    return author?.id ?? 0;
  }
  const passwordsPath = async () => `wp/v2/users/${await authorId()}/application-passwords`;
  const revoke = async () => void (await adminCall(here.blog, await passwordsPath(), { method: 'DELETE' }));

  /** As the author makes a new one in their profile and enters it. */
  async function signInAnew(): Promise<void> {
    const made = await adminCall(here.blog, await passwordsPath(), {
      method: 'POST',
      body: { name: 'nowe' },
    });
    const { password } = (await made.json()) as { password: string };
    await here.bed.accounts.setPassword(accountId, { password, secretStorage: 'session' });
    here.bed.queue.wake('signed-in', accountId);
  }

  test.each([
    ['the upload', isUpload],
    ['the tag', isTerm],
    ['the create', isCreate],
    ['the fill', isFill],
  ] as const)(
    'whose password is revoked before %s: a new one lets the same job go on',
    async (point, when) => {
      const title = `Unieważnione: ${point}`;
      const { postId, hash } = await here.writeWithPicture(title, { tags: [`tag ${point}`] });
      before(when, revoke);
      const asked = await here.publish(postId, accountId);
      expect(asked).toMatchObject({
        state: 'needs-attention',
        problem: { code: 'sign-in-refused', choices: ['enter-password', 'try-again', 'cancel'] },
      });
      await signInAnew();
      expect(await here.bed.reaches(asked.id, 'succeeded', 'needs-attention')).toMatchObject({
        state: 'succeeded',
      });
      await isThereOnce(title, hash);
    },
  );

  test('whose password is revoked when the answer to the create was lost', async () => {
    const title = 'Zgubiona odpowiedź, unieważnione hasło';
    const postId = here.bed.write(title, 'Tekst.');
    here.proxy.setFaults((request) => (isCreate(request) ? { kind: 'lose-reply' } : null));
    const waiting = await here.publish(postId, accountId);
    expect(waiting.state).toBe('waiting');
    here.proxy.setFaults(() => null);
    await revoke();
    here.pass(60_000);
    expect(await here.rests(waiting.id)).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'sign-in-refused' },
    });
    await signInAnew();
    expect(await here.bed.reaches(waiting.id, 'succeeded', 'needs-attention')).toMatchObject({
      state: 'succeeded',
    });
    await isThereOnce(title);
  });
});
