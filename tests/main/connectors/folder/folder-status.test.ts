import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishDue } from '#main/connectors/registry.ts';
import { makeFolderBlog, signal, type TestFolderBlog } from './folder-blog.ts';

let blog: TestFolderBlog;
beforeEach(async () => void (blog = await makeFolderBlog()));
afterEach(() => blog.remove());

const onSite = (slug: string) => blog.has('site/posts', slug) || blog.text('site/index.html').includes(slug);
const isDraft = (slug: string) => blog.text('content/posts', slug, 'index.md').includes('draft: true');

describe('a post that is not live', () => {
  it('as a draft is in content, not on the site', async () => {
    const draft = await blog.publish({ title: 'Szkic' }, { status: 'draft' });
    expect(draft).toMatchObject({ status: 'draft', date: null });
    expect(isDraft('szkic')).toBe(true);
    expect(onSite('szkic')).toBe(false);
  });

  it('goes live when its time comes, dated with that time', async () => {
    const later = await blog.publish(
      { title: 'Później' },
      { status: 'scheduled', date: '2026-11-23T12:00:00.000Z' },
    );
    await blog.publish({ title: 'Jutro' }, { status: 'scheduled', date: '2026-11-24T12:00:00.000Z' });
    expect(later.status).toBe('scheduled');
    expect(isDraft('pozniej')).toBe(true);
    expect(onSite('pozniej')).toBe(false);
    expect(await publishDue(blog.folder, new Date('2026-11-23T11:59:59.000Z'))).toEqual({
      published: 0,
      nextDue: '2026-11-23T12:00:00.000Z',
    });
    expect(await publishDue(blog.folder, new Date('2026-11-23T12:00:00.000Z'))).toEqual({
      published: 1,
      nextDue: '2026-11-24T12:00:00.000Z',
    });
    expect(onSite('pozniej')).toBe(true);
    expect(isDraft('pozniej')).toBe(false);
    expect(await blog.connector.read(later.id, signal)).toMatchObject({
      status: 'published',
      date: '2026-11-23T12:00:00.000Z',
    });
    expect(await publishDue(blog.folder, new Date('2026-11-25T00:00:00.000Z'))).toEqual({
      published: 1,
      nextDue: null,
    });
  });

  it('scheduled for a time past is live at once', async () => {
    const date = '2026-11-20T12:00:00.000Z';
    expect(await blog.publish({ title: 'Dawno' }, { status: 'scheduled', date })).toMatchObject({
      status: 'published',
      date,
    });
  });

  it('published before its time has now for its date', async () => {
    const { id } = await blog.publish(
      { title: 'A' },
      { status: 'scheduled', date: '2027-01-01T00:00:00.000Z' },
    );
    expect(await blog.update(id, { title: 'A' })).toMatchObject({
      status: 'published',
      date: blog.now.toISOString(),
    });
  });

  it('taken off the site stays in content as a draft, with its text', async () => {
    const live = await blog.publish({ title: 'Znika' });
    expect(onSite('znika')).toBe(true);
    const gone = await blog.connector.unpublish(live.id, signal);
    expect(gone).toMatchObject({ status: 'draft', content: live.content, slug: 'znika' });
    expect(onSite('znika')).toBe(false);
    expect(isDraft('znika')).toBe(true);
    expect(blog.text('site/feed.xml')).not.toContain('Znika');
    expect(await blog.connector.unpublish(live.id, signal)).toEqual(gone);
    await expect(blog.connector.readLivePage(gone, signal)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
