/** The Atom feed (RFC 4287) of the newest posts. Its links are relative, as the site does not know its host. */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { FolderBlog } from '../blog-file.ts';
import type { PostState } from '../post-state.ts';
import { pageHref } from './index-page.ts';
import { siteWords, type SiteLanguage } from './site-words.ts';

export const feedLength = 20;

/** Characters that XML 1.0 cannot hold in any form. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export interface FeedEntry {
  readonly post: PostState;
  readonly html: string;
}

/** `entries` newest first. */
export function atomFeed(blog: FolderBlog, language: SiteLanguage, entries: readonly FeedEntry[]): string {
  const updated = entries
    .map(({ post }) => post.modified)
    .reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00Z');
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
    x('id', `urn:uuid:${blog.id}`),
    x('title', blog.title),
    x('updated', updated),
    x('author', [x('name', blog.title)]),
    x('link', { rel: 'alternate', type: 'text/html', href: 'index.html' }),
    x('link', { rel: 'self', type: 'application/atom+xml', href: 'feed.xml' }),
    x('generator', 'Brulion'),
    ...entries.map(({ post, html }) => entry(post, html)),
  ]);
  const xml = toXml([{ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' }, feed]);
  // The end of a CDATA section may not stand in plain text either; the library leaves it as it is.
  return `${xml.replace(notInXml, '').replaceAll(']]>', ']]&gt;')}\n`;
}

function entry(post: PostState, html: string) {
  const terms = [...post.categories, ...post.tags];
  return x('entry', { 'xml:lang': post.language }, [
    x('id', `urn:uuid:${post.id}`),
    x('title', post.title || siteWords(post.language).untitled),
    x('link', { rel: 'alternate', type: 'text/html', href: pageHref(post.slug) }),
    x('published', post.date ?? post.modified),
    x('updated', post.modified),
    ...terms.map(({ name }) => x('category', { term: name })),
    ...(post.summary === '' ? [] : [x('summary', post.summary)]),
    x('content', { type: 'html' }, fromTheRoot(html, post.slug)),
  ]);
}

/** The pictures stand beside the post's page: as seen from the feed they are further down. */
function fromTheRoot(html: string, slug: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }) => {
    for (const name of ['src', 'href'] as const) {
      const value = properties[name];
      if (typeof value === 'string' && isRelative(value)) {
        properties[name] = `posts/${encodeURIComponent(slug)}/${value}`;
      }
    }
  });
  return toHtml(tree);
}

function isRelative(address: string): boolean {
  return address !== '' && !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(address);
}
