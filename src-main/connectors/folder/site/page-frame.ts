/** The frame of every page of the finished site. No scripts, and links that work from a disk as from any host. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { siteWords, type SiteLanguage } from './site-words.ts';

/** By this we know our own pages again. */
export const generatorMark = '<meta name="generator" content="Brulion">';

export interface PageFrame {
  readonly language: SiteLanguage;
  readonly siteTitle: string;
  readonly pageTitle: string;
  readonly description: string;
  /** The way from this page to the site's root: empty, or `../../`. */
  readonly root: string;
  /** True for the list of all posts, whose heading is the site's title. */
  readonly isFront: boolean;
  readonly main: readonly ElementContent[];
}

export function pageHtml({
  language,
  siteTitle,
  pageTitle,
  description,
  root,
  isFront,
  main,
}: PageFrame): string {
  const words = siteWords(language);
  const home = h('a', { href: `${root}index.html`, rel: 'home' }, siteTitle);
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', isFront ? siteTitle : `${pageTitle} · ${siteTitle}`),
    ...(description === '' ? [] : [h('meta', { name: 'description', content: description })]),
    h('meta', { name: 'generator', content: 'Brulion' }),
    h('link', { rel: 'stylesheet', href: `${root}style.css` }),
    h('link', {
      rel: 'alternate',
      type: 'application/atom+xml',
      title: siteTitle,
      href: `${root}feed.xml`,
    }),
  ]);
  const body = h('body', [
    h('header', { className: 'site-header' }, isFront ? h('h1', home) : h('p', home)),
    h('main', [...main]),
    h('footer', { className: 'site-footer' }, [
      ...(isFront ? [] : [h('a', { href: `${root}index.html` }, words.allPosts)]),
      h('a', { href: `${root}feed.xml` }, words.feed),
    ]),
  ]);
  return `${toHtml([{ type: 'doctype' }, h('html', { lang: language }, [head, body])])}\n`;
}
