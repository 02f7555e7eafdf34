import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { fromXml } from 'xast-util-from-xml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, image, paragraphOf, pictureOf } from '../sample-post.ts';
import { makeFolderBlog, type TestFolderBlog } from './folder-blog.ts';

let blog: TestFolderBlog;
beforeEach(async () => void (blog = await makeFolderBlog('Notes & <Co>')));
afterEach(() => blog.remove());

function elements(html: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (element) => void found.push(element));
  return found;
}

const tags = (html: string) => elements(html).map(({ tagName }) => tagName);

describe('the finished site', () => {
  it('lists the posts, newest first, each in its own language', async () => {
    await blog.publish({ title: 'Older' }, { date: '2026-01-01T00:00:00.000Z' });
    await blog.publish({ title: 'Newer', language: 'en' }, { date: '2026-03-01T00:00:00.000Z' });
    await blog.publish({ title: 'Newest' }, { date: '2026-04-01T00:00:00.000Z' });
    const page = blog.text('site/index.html');
    expect(page.match(/>(Older|Newer|Newest)</g)).toEqual(['>Newest<', '>Newer<', '>Older<']);
    expect(page).toContain('<html lang="pl">');
    expect(page).toContain('lang="en"');
    expect(page).toContain('1 kwietnia 2026');
    expect(page).toContain('1 March 2026');
  });

  it('escapes what an author writes, and runs nothing', async () => {
    const title = '</title><script>alert(1)</script> & "quotes"';
    const post = await blog.publish({ title, slug: 'x', excerpt: '"><img src=x onerror=alert(1)>' });
    for (const page of [blog.text('site/index.html'), blog.text('site/posts', post.slug, 'index.html')]) {
      expect(tags(page)).not.toContain('script');
      expect(tags(page)).not.toContain('img');
      expect(page).toContain('Notes &#x26; &#x3C;Co>');
    }
  });

  it('needs nothing from elsewhere: every link of its own is relative', async () => {
    const upload = await pictureOf('#123456');
    await blog.publish(
      { title: 'A', body: bodyOf(paragraphOf('x'), image(upload.hash, 'obraz')) },
      { uploads: [upload] },
    );
    for (const [page, folder] of [
      ['site/index.html', 'site'],
      ['site/posts/a/index.html', 'site/posts/a'],
    ] as const) {
      const addresses = elements(blog.text(page)).flatMap(({ properties: { href, src } }) =>
        [href, src].filter((address) => typeof address === 'string'),
      );
      expect(addresses.length).toBeGreaterThan(3);
      for (const address of addresses) expect(blog.has(folder, address), `${page} → ${address}`).toBe(true);
    }
  });

  it('has a feed that is well-formed Atom, whatever is in the posts', async () => {
    const upload = await pictureOf('#654321');
    const post = await blog.publish(
      {
        title: 'A & <b> ]]> \u0007 "q"',
        slug: 'a',
        tags: ['x < y & "z"'],
        body: bodyOf(paragraphOf('CDATA: ]]> i ]]> \u0007'), image(upload.hash, 'obraz')),
      },
      { uploads: [upload] },
    );
    const feed = blog.text('site/feed.xml');
    // Parsing fails on anything that is not well-formed.
    const values: Record<string, string[]> = {};
    visit(fromXml(feed), 'element', ({ name, attributes, children: [child] }) => {
      const value = child?.type === 'text' ? child.value : (attributes.term ?? '');
      (values[name] ??= []).push(value);
    });
    expect(values.title).toEqual(['Notes & <Co>', 'A & <b> ]]>  "q"']);
    expect(values.category).toEqual(['x < y & "z"']);
    expect(values.content?.[0]).toContain('CDATA: ]]');
    expect(feed).toContain(`<id>urn:uuid:${post.id}</id>`);
    expect(feed).toContain('href="posts/a/index.html"');
    expect(feed).toContain(`posts/a/zachod-slonca-${upload.hash.slice(0, 16)}.jpg`);
  });
});
