import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { failureOf } from '../failure.ts';
import { bodyOf, image, paragraphOf, pictureOf } from '../sample-post.ts';
import { makeFolderBlog, newMarker, signal, type TestFolderBlog } from './folder-blog.ts';

let blog: TestFolderBlog;
beforeEach(async () => void (blog = await makeFolderBlog()));
afterEach(() => blog.remove());

const frontMatter = (markdown: string): unknown => parse(markdown.split('---\n')[1] ?? '');

describe('publishing to a folder', () => {
  it('writes Markdown for the author and a page for readers', async () => {
    const post = await blog.publish({ title: 'Żółw na wsi', categories: ['Marketing'], tags: ['żółwie'] });
    expect(post).toMatchObject({
      status: 'published',
      slug: 'zolw-na-wsi',
      date: '2026-11-23T10:00:00.000Z',
      openUrl: `/site/${blog.accountId}/posts/zolw-na-wsi/`,
      permalink: pathToFileURL(join(blog.folder, 'site/posts/zolw-na-wsi/index.html')).href,
      categoryIds: ['Marketing'],
    });
    const markdown = blog.text('content/posts/zolw-na-wsi/index.md');
    expect(frontMatter(markdown)).toMatchObject({
      title: 'Żółw na wsi',
      slug: 'zolw-na-wsi',
      draft: false,
      categories: ['Marketing'],
      tags: ['żółwie'],
    });
    expect(markdown).toContain('zażółć gęślą jaźń');
    expect(blog.text('site/index.html')).toContain('href="posts/zolw-na-wsi/index.html"');
    expect(await blog.connector.readLivePage(post, signal)).toMatchObject({
      title: 'Żółw na wsi',
      text: expect.stringContaining('zażółć gęślą jaźń, 5 < 6 & 7.'),
      links: ['https://example.org/a?b=1&c=2'],
    });
  });

  it('gives back exactly what was sent', async () => {
    const marker = newMarker();
    const { id } = await blog.connector.reserve(marker, 'x', signal);
    const sent = await blog.update(id);
    expect(await blog.connector.read(id, signal)).toEqual(sent);
    expect(await blog.connector.findReserved(marker, signal)).toEqual(sent);
    expect(sent.excerpt).toBe('Krótko: A & B < C');
  });

  it('reserves a post once, however often it is asked', async () => {
    const marker = newMarker();
    expect(await blog.connector.findReserved(marker, signal)).toBeNull();
    const first = await blog.connector.reserve(marker, 'x', signal);
    expect(await blog.connector.reserve(marker, 'x', signal)).toEqual(first);
    expect(first).toMatchObject({ status: 'draft', content: '', date: null });
    expect(blog.names('content/posts')).toEqual([]);
  });

  it('puts pictures beside the text and on the page', async () => {
    const upload = await pictureOf('#aa3300');
    expect(await blog.connector.findMedia(upload, signal)).toBeNull();
    const post = await blog.publish(
      {
        title: 'Z obrazem',
        body: bodyOf(paragraphOf('Tekst.'), image(upload.hash, 'Zachód "nad" <morzem>')),
        featuredImage: { asset: upload.hash, alt: 'Na górze' },
      },
      { uploads: [upload] },
    );
    const name = `zachod-slonca-${upload.hash.slice(0, 16)}.jpg`;
    expect((await blog.connector.findMedia(upload, signal))?.id).toBe(name);
    expect(post.featuredMediaId).toBe(name);
    expect(blog.names('content/posts/z-obrazem')).toEqual(['index.md', name]);
    expect(blog.names('site/posts/z-obrazem')).toEqual(['index.html', name]);
    expect(blog.text('content/posts/z-obrazem/index.md')).toContain(name);
    const page = await blog.connector.readLivePage(post, signal);
    expect(page.images).toEqual([
      {
        url: expect.stringMatching(new RegExp(`/posts/z-obrazem/${name}$`)),
        alt: 'Na górze',
        reachable: true,
      },
      { url: expect.stringContaining(name), alt: 'Zachód "nad" <morzem>', reachable: true },
    ]);
    await blog.update(post.id, { title: 'Z obrazem' });
    expect(blog.names('content/posts/z-obrazem')).toEqual(['index.md']);
    expect(blog.names('site/posts/z-obrazem')).toEqual(['index.html']);
  });

  it('keeps the date of a live post, and its address as long as its slug is wanted', async () => {
    const first = await blog.publish({ title: 'Jeden' });
    blog.now = new Date('2026-11-24T10:00:00.000Z');
    const second = await blog.update(first.id, { title: 'Inny tytuł', slug: 'jeden' });
    expect(second).toMatchObject({ slug: 'jeden', date: first.date, modified: '2026-11-24T10:00:00.000Z' });
  });

  it('moves the post when its slug changes', async () => {
    const upload = await pictureOf('#aa3301');
    const change = { title: 'Stary', body: bodyOf(image(upload.hash, 'x')) };
    const { id } = await blog.publish(change, { uploads: [upload] });
    await blog.update(id, { ...change, slug: 'nowy' }, { uploads: [upload] });
    expect(blog.names('content/posts')).toEqual(['nowy']);
    expect(blog.names('site/posts')).toEqual(['nowy']);
    expect(blog.names('content/posts/nowy')).toHaveLength(2);
  });

  it('numbers a slug that is taken, and says who has it', async () => {
    const first = await blog.publish({ title: 'To samo' });
    const second = await blog.publish({ title: 'To samo' });
    expect([first.slug, second.slug]).toEqual(['to-samo', 'to-samo-2']);
    expect((await blog.update(second.id, { title: 'To samo' })).slug).toBe('to-samo-2');
    expect((await blog.connector.findBySlug('to-samo', null, signal))?.id).toBe(first.id);
    expect(await blog.connector.findBySlug('to-samo', first.id, signal)).toBeNull();
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con-post'],
    ['***', 'post'],
  ])('makes a safe folder of the slug %s', async (slug, safe) => {
    const post = await blog.publish({ title: '', slug });
    expect(post.slug).toBe(safe);
    expect(blog.names('content/posts')).toEqual([safe]);
  });

  it('refuses to fill a post it does not know', async () => {
    expect(await failureOf(blog.update('5d9c3a58-2f1b-4d6e-9c37-1c7d0f9f2a11'))).toMatchObject({
      kind: 'not-found',
    });
    expect(await blog.connector.read('../blog', signal)).toBeNull();
  });

  it('finds terms by their name in any case', async () => {
    await blog.publish({ title: 'a', tags: ['Żółwie', 'Morze'] });
    await blog.publish({ title: 'b', tags: ['żółwie & co'] });
    expect(await blog.connector.ensureTerm('tag', 'ŻÓŁWIE', signal)).toEqual({
      id: 'Żółwie',
      name: 'Żółwie',
    });
    expect((await blog.connector.terms('tag', 'żół', signal)).map(({ name }) => name)).toEqual([
      'Żółwie',
      'żółwie & co',
    ]);
    expect(await blog.connector.terms('category', '', signal)).toEqual([]);
  });
});
