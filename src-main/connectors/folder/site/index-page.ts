/** The front of the finished site: every post, newest first. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PostState } from '../post-state.ts';
import { pageHtml } from './page-frame.ts';
import { siteWords, writtenDate, type SiteLanguage } from './site-words.ts';

/** `posts` are the published ones, newest first. */
export function indexPageHtml(
  siteTitle: string,
  language: SiteLanguage,
  posts: readonly PostState[],
): string {
  return pageHtml({
    language,
    siteTitle,
    pageTitle: siteTitle,
    description: '',
    root: '',
    isFront: true,
    main:
      posts.length === 0
        ? [h('p', { className: 'empty' }, siteWords(language).empty)]
        : [
            h(
              'ol',
              { className: 'posts h-feed' },
              posts.map((post) => entry(post, language)),
            ),
          ],
  });
}

function entry(post: PostState, pageLanguage: SiteLanguage): Element {
  const { language, slug, date, summary } = post;
  const title = post.title || siteWords(language).untitled;
  const other = language === pageLanguage ? {} : { lang: language };
  return h('li', { className: 'h-entry', ...other }, [
    h('h2', { className: 'p-name' }, h('a', { className: 'u-url', href: pageHref(slug) }, title)),
    ...(date === null
      ? []
      : [h('time', { className: 'dt-published', dateTime: date }, writtenDate(date, language))]),
    ...(summary === '' ? [] : [h('p', { className: 'p-summary' }, summary)]),
  ]);
}

/** From the site's root to a post's page: named in full, for a disk serves no index by itself. */
export function pageHref(slug: string): string {
  return `posts/${encodeURIComponent(slug)}/index.html`;
}
