/** The finished site of a folder blog: hostile fields and content on every page and in the feed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { fromXml } from 'xast-util-from-xml';
import { bodyOf, blocksOf, opaque, paragraph, text } from '#shared/document/serialized.ts';
import { blocksToBody } from '#shared/document/wordpress-blocks/blocks-to-body.ts';
import { faultsOf, faultsOfPage, leadsSafely } from '#tests/security/judge-html.ts';
import { blockVectors, htmlVectors, textVectors } from '#tests/security/xss-corpus.ts';
import { makeFolderBlog, signal, type TestFolderBlog } from '../connectors/folder/folder-blog.ts';

const canary = 'http://canary.invalid';
const words = textVectors(canary).map((vector) => vector.text);
const blocks = [...blockVectors(canary), ...htmlVectors(canary)].flatMap((vector) =>
  blocksOf(blocksToBody(vector.text)),
);
let blog: TestFolderBlog;

beforeAll(async () => {
  blog = await makeFolderBlog(words.join(' '));
  for (const word of words) {
    await blog.publish({
      title: word,
      excerpt: word,
      slug: word,
      categories: [word],
      tags: [word],
      body: bodyOf([paragraph(text(word)), ...blocks]),
    });
  }
});
afterAll(() => blog.remove());

test('no page has anything that runs, and every word of the author is on its page', () => {
  const slugs = blog.names('site', 'posts');
  expect(slugs).toHaveLength(words.length);
  for (const slug of slugs) {
    expect(slug).toMatch(/^[\p{L}\p{N}-]+$/u);
    expect(faultsOfPage(blog.text('site', 'posts', slug, 'index.html'))).toEqual([]);
  }
  const front = blog.text('site', 'index.html');
  expect(faultsOfPage(front)).toEqual([]);
  expect(front).toContain('__xss(4001)');
});

test('the feed is one document, and what readers make of its HTML runs nowhere', () => {
  const faults: string[] = [];
  let entries = 0;
  visit(fromXml(blog.text('site', 'feed.xml')), 'element', (element) => {
    const said = element.children.map((child) => ('value' in child ? child.value : '')).join('');
    if (element.name === 'content') {
      entries += 1;
      faults.push(...faultsOf(said));
    }
    const { href } = element.attributes;
    if (href && !leadsSafely(href)) faults.push(href);
  });
  expect(entries).toBe(words.length);
  expect(faults).toEqual([]);
});

test('a picture at a bare host is not looked for as a file of that machine', async () => {
  const raw = '<!-- wp:html -->\n<img src="//share.invalid/a.png" alt="x">\n<!-- /wp:html -->';
  const post = await blog.publish({ title: 'Share', body: bodyOf([opaque('wordpress', raw, 'html')]) });
  const page = await blog.connector.readLivePage(post, signal);
  expect(page.images).toEqual([{ url: 'file://share.invalid/a.png', alt: 'x', reachable: null }]);
});
