/** Blogs that take no more than so much: a server in front, WordPress itself, PHP below it. */
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault, ProxiedRequest } from '#tests/servers/fault-proxy.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, image, paragraphOf } from '../connectors/sample-post.ts';
import { picturesOnBlog, postsOnBlog, startBlogBed, type BlogBed } from './blog-bed.ts';

const ini: Record<string, string> = {};
describe.skipIf(wordPressMissing() !== null)('a limit', () => {
  let here: BlogBed;
  let accountId: string;
  beforeAll(async () => {
    here = await startBlogBed({ wordPress: { ini } });
    accountId = await here.connect();
  });
  afterAll(() => here.stop());
  afterEach(() => here.proxy.setFaults(() => null));

  async function writeWithLargePicture(title: string) {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#888', noise } })
      .jpeg()
      .toBuffer();
    const { hash } = await here.bed.library.media.import(new Uint8Array(bytes), 'duży.jpg');
    const body = bodyOf(paragraphOf('Tekst.'), image(hash, 'Szum'));
    const { postId } = here.bed.library.posts.create({ ...emptyDocument('pl'), title, body });
    return { postId, hash };
  }

  const isUpload = ({ method, path }: ProxiedRequest) => method === 'POST' && path.endsWith('wp/v2/media');
  const isPost = ({ method, path }: ProxiedRequest) => method === 'POST' && path.includes('wp/v2/posts/');
  const refusal = (status: number, code: string): Fault => ({
    kind: 'answer',
    status,
    body: JSON.stringify({ code, message: 'Słowa bloga.', data: { status } }),
  });

  test.each<[string, Fault, string, string]>([
    ['413 of the server’s own', { kind: 'answer', status: 413 }, 'upload-too-large', ''],
    [
      'rest_upload_file_too_big',
      refusal(400, 'rest_upload_file_too_big'),
      'upload-too-large',
      'Słowa bloga.',
    ],
    [
      'rest_upload_limited_space',
      refusal(400, 'rest_upload_limited_space'),
      'upload-rejected',
      'Słowa bloga.',
    ],
    [
      'rest_upload_sideload_error',
      refusal(500, 'rest_upload_sideload_error'),
      'upload-rejected',
      'Słowa bloga.',
    ],
    ['rest_upload_image_type', refusal(400, 'rest_upload_image_type'), 'upload-rejected', 'Słowa bloga.'],
  ])('for pictures, %s: is asked about, and the same job goes on', async (name, fault, code, detail) => {
    const title = `Limit: ${name}`;
    const { postId, hash } = await writeWithLargePicture(title);
    here.proxy.setFaults((request) => (isUpload(request) ? fault : null));
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({
      state: 'needs-attention',
      problem: { code, detail, subject: 'duży.jpg', choices: ['try-again', 'cancel'] },
    });
    expect(await postsOnBlog(here.blog, title)).toEqual([]);
    here.proxy.setFaults(() => null);
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
    expect(await picturesOnBlog(here.blog, hash)).toHaveLength(1);
  });

  test('for pictures: the author may also take the picture out, and the waiting job takes that over', async () => {
    const title = 'Bez obrazka';
    const { postId } = await writeWithLargePicture(title);
    here.proxy.setFaults((request) => (isUpload(request) ? { kind: 'answer', status: 413 } : null));
    const asked = await here.publish(postId, accountId);
    const { document, version } = here.bed.library.posts.draft(postId);
    const body = bodyOf(paragraphOf('Tekst.'));
    here.bed.library.posts.saveDraft({ postId, baseVersion: version, document: { ...document, body } });
    expect(await here.publish(postId, accountId)).toMatchObject({ id: asked.id, state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
  });

  test('of a server in front, for the post itself', async () => {
    const title = 'Długi wpis: 413';
    const { postId } = await here.writeWithPicture(title);
    here.proxy.setFaults((request) => (isPost(request) ? { kind: 'answer', status: 413 } : null));
    const asked = await here.publish(postId, accountId);
    expect(asked).toMatchObject({ state: 'needs-attention', problem: { code: 'post-too-large' } });
    here.proxy.setFaults(() => null);
    expect(await here.choose(asked.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
  });

  test('of PHP for forms does not hold for us: picture, post and update are there whole', async () => {
    // PHP bounds what it parses itself; the API reads the raw body. It warns before the JSON, if it is told to.
    Object.assign(ini, { upload_max_filesize: '2K', post_max_size: '4K', display_errors: '1' });
    await here.blog.pause();
    await here.blog.resume();
    const title = 'Limit PHP';
    const { postId, hash } = await writeWithLargePicture(title);
    const large = await here.publish(postId, accountId);
    expect(large).toMatchObject({ state: 'succeeded' });
    expect(large.receipt?.checks.filter(({ result }) => result !== 'same')).toEqual([]);
    expect(await picturesOnBlog(here.blog, hash)).toHaveLength(1);
    const { document, version } = here.bed.library.posts.draft(postId);
    const body = bodyOf(paragraphOf('Dłużej. '.repeat(1_000)), image(hash, 'Szum'));
    here.bed.library.posts.saveDraft({ postId, baseVersion: version, document: { ...document, body } });
    expect(await here.publish(postId, accountId)).toMatchObject({ state: 'succeeded' });
    const [post, ...others] = await postsOnBlog(here.blog, title);
    expect(others).toEqual([]);
    expect(post?.content.raw.length).toBeGreaterThan(8_000);
  });
});
