/** Somebody does something on the blog while Brulion is publishing, or between two times. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { adminCall } from '../connectors/wordpress/admin-call.ts';
import { picturesOnBlog, postsOnBlog, startBlogBed, type BlogBed } from './blog-bed.ts';

describe.skipIf(wordPressMissing() !== null)('meanwhile on the blog', () => {
  let here: BlogBed;
  let accountId: string;
  beforeAll(async () => {
    here = await startBlogBed();
    accountId = await here.connect();
  });
  afterAll(() => here.stop());
  afterEach(() => here.proxy.setFaults(() => null));

  const remoteIdOf = (postId: string) => here.bed.library.remotePosts.get(postId, accountId)?.remoteId ?? '';
  const isFill = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && /wp\/v2\/posts\/\d+/.test(path);

  async function published(title: string) {
    const { postId, hash } = await here.writeWithPicture(title);
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded' });
    return { postId, hash, remoteId: remoteIdOf(postId) };
  }

  function edit(postId: string, title: string) {
    const { document, version } = here.bed.library.posts.draft(postId);
    here.bed.library.posts.saveDraft({ postId, baseVersion: version, document: { ...document, title } });
  }

  test.each([
    ['in the trash', {}],
    ['for good', { force: 'true' }],
  ])(
    'a post deleted %s is not brought back unasked; as a separate post it is there once',
    async (how, query) => {
      const { postId, remoteId } = await published(`Usunięty ${how}`);
      await adminCall(here.blog, `wp/v2/posts/${remoteId}`, { method: 'DELETE', query });
      edit(postId, `Poprawiony ${how}`);
      const asked = await here.publish(postId, accountId);
      expect(asked).toMatchObject({ state: 'needs-attention', problem: { code: 'remote-deleted' } });
      expect(await postsOnBlog(here.blog, `Poprawiony ${how}`)).toEqual([]);
      expect(await here.choose(asked.id, 'publish-as-new')).toMatchObject({ state: 'succeeded' });
      expect(await postsOnBlog(here.blog, `Poprawiony ${how}`)).toMatchObject([{ status: 'publish' }]);
      expect(await postsOnBlog(here.blog, `Usunięty ${how}`)).toEqual([]);
    },
  );

  test('a post taken out of the trash again is updated, once its new state is agreed to', async () => {
    const { postId, remoteId } = await published('Z kosza');
    await adminCall(here.blog, `wp/v2/posts/${remoteId}`, { method: 'DELETE' });
    edit(postId, 'Z kosza, poprawiony');
    const asked = await here.publish(postId, accountId);
    expect(asked.problem).toMatchObject({ code: 'remote-deleted' });
    expect(asked.problem?.choices).toContain('try-again');
    await adminCall(here.blog, `wp/v2/posts/${remoteId}`, { method: 'POST', body: { status: 'draft' } });
    const changed = await here.choose(asked.id, 'try-again');
    expect(changed).toMatchObject({ state: 'needs-attention', problem: { code: 'remote-changed' } });
    expect(await here.choose(asked.id, 'overwrite-remote')).toMatchObject({ state: 'succeeded' });
    const all = await postsOnBlog(here.blog, 'Z kosza, poprawiony');
    expect(all).toMatchObject([{ id: Number(remoteId), status: 'publish' }]);
  });

  test('a post deleted while its update was on its way is asked about', async () => {
    const { postId, remoteId } = await published('W drodze');
    edit(postId, 'W drodze, poprawiony');
    here.proxy.setFaults(async (request) => {
      if (!isFill(request)) return null;
      here.proxy.setFaults(() => null);
      await adminCall(here.blog, `wp/v2/posts/${remoteId}`, { method: 'DELETE', query: { force: 'true' } });
      return null;
    });
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({ state: 'needs-attention', problem: { code: 'remote-deleted' } });
    expect(await here.choose(asked.id, 'publish-as-new')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, 'W drodze, poprawiony')).toHaveLength(1);
  });

  test('a post deleted before it was taken off the blog is off the blog', async () => {
    const { postId, remoteId } = await published('Niechciany');
    await adminCall(here.blog, `wp/v2/posts/${remoteId}`, { method: 'DELETE' });
    const { id } = await here.bed.queue.unpublish({ postId, accountId });
    expect(await here.rests(id)).toMatchObject({ state: 'succeeded' });
    expect(here.bed.library.remotePosts.get(postId, accountId)).toBeNull();
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, 'Niechciany')).toMatchObject([{ status: 'publish' }]);
  });

  test('an edit made on the blog is overwritten only when a person says so', async () => {
    const { postId, remoteId } = await published('Redagowany');
    const theirs = '<!-- wp:paragraph -->\n<p>Zmieniono na blogu.</p>\n<!-- /wp:paragraph -->';
    await adminCall(here.blog, `wp/v2/posts/${remoteId}`, { method: 'POST', body: { content: theirs } });
    edit(postId, 'Redagowany u nas');
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'remote-changed', detail: expect.stringContaining('text') as string },
    });
    expect(await postsOnBlog(here.blog, 'Redagowany')).toMatchObject([{ content: { raw: theirs } }]);
    expect(await here.choose(asked.id, 'overwrite-remote')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, 'Redagowany u nas')).toHaveLength(1);
    expect(await postsOnBlog(here.blog, 'Redagowany')).toEqual([]);
  });

  test('a picture deleted from the media library before the post was written is uploaded again', async () => {
    const title = 'Obraz znika';
    const { postId, hash } = await here.writeWithPicture(title);
    const reserves: string[] = [];
    here.proxy.setFaults(async ({ method, path }) => {
      if (method !== 'POST' || !path.includes('wp/v2/posts')) return null;
      reserves.push(path);
      if (reserves.length > 1) return null;
      for (const { id } of await picturesOnBlog(here.blog, hash))
        await adminCall(here.blog, `wp/v2/media/${id}`, { method: 'DELETE', query: { force: 'true' } });
      return null;
    });
    const job = await here.publish(postId, accountId);
    expect(job).toMatchObject({ state: 'succeeded' });
    expect(await picturesOnBlog(here.blog, hash)).toHaveLength(1);
    expect(job.receipt?.checks.find(({ what }) => what === 'images')).toMatchObject({ result: 'same' });
    expect(await postsOnBlog(here.blog, title)).toHaveLength(1);
  });

  test('a featured image deleted while the job waited for a person is uploaded again', async () => {
    const title = 'Okładka znika';
    const { postId, hash } = await here.writeWithPicture(title);
    const { document, version } = here.bed.library.posts.draft(postId);
    const featuredImage = { asset: hash, alt: 'Okładka' };
    here.bed.library.posts.saveDraft({
      postId,
      baseVersion: version,
      document: { ...document, featuredImage },
    });
    here.proxy.setFaults((request) =>
      isFill(request)
        ? { kind: 'answer', status: 400, body: '{"code":"rest_x","message":"Nie teraz."}' }
        : null,
    );
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'rejected', detail: 'Nie teraz.' },
    });
    here.proxy.setFaults(() => null);
    for (const { id } of await picturesOnBlog(here.blog, hash))
      await adminCall(here.blog, `wp/v2/media/${id}`, { method: 'DELETE', query: { force: 'true' } });
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    const [media] = await picturesOnBlog(here.blog, hash);
    expect(await postsOnBlog(here.blog, title)).toMatchObject([
      { status: 'publish', featured_media: media?.id },
    ]);
  });

  test('a picture gone from a live post’s library is uploaded again with the next update', async () => {
    const { postId, hash } = await published('Obraz zniknął');
    for (const { id } of await picturesOnBlog(here.blog, hash))
      await adminCall(here.blog, `wp/v2/media/${id}`, { method: 'DELETE', query: { force: 'true' } });
    edit(postId, 'Obraz wrócił');
    const job = await here.publish(postId, accountId);
    expect(job).toMatchObject({ state: 'succeeded' });
    expect(job.receipt?.checks.find(({ what }) => what === 'images')).toMatchObject({ result: 'same' });
  });

  test('a post deleted between writing and checking is not called checked', async () => {
    const title = 'Usunięty zaraz';
    const { postId } = await here.writeWithPicture(title);
    let isWritten = false;
    here.proxy.setFaults(async (request) => {
      const { method, path } = request;
      if (isFill(request)) isWritten = true;
      else if (isWritten && method === 'GET' && /wp\/v2\/posts\/\d+/.test(path)) {
        here.proxy.setFaults(() => null);
        const [post] = await postsOnBlog(here.blog, title);
        await adminCall(here.blog, `wp/v2/posts/${post?.id}`, { method: 'DELETE' });
      }
      return null;
    });
    const job = await here.publish(postId, accountId);
    expect(job).toMatchObject({ state: 'succeeded' });
    expect(job.receipt?.checks.find(({ what }) => what === 'status')).toMatchObject({ result: 'different' });
  });
});
