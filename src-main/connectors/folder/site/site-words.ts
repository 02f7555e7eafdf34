/** The few words of the finished site's own, in the language of what they stand beside. */
import type { PostDocument } from '#shared/document/post-document.ts';

export type SiteLanguage = PostDocument['language'];

interface SiteWords {
  readonly allPosts: string;
  readonly empty: string;
  readonly feed: string;
  readonly categories: string;
  readonly tags: string;
  readonly untitled: string;
}

const words: Readonly<Record<SiteLanguage, SiteWords>> = {
  en: {
    allPosts: 'All posts',
    empty: 'Nothing has been published here yet.',
    feed: 'Atom feed',
    categories: 'Categories',
    tags: 'Tags',
    untitled: 'Untitled',
  },
  pl: {
    allPosts: 'Wszystkie wpisy',
    empty: 'Nic tu jeszcze nie opublikowano.',
    feed: 'Kanał Atom',
    categories: 'Kategorie',
    tags: 'Tagi',
    untitled: 'Bez tytułu',
  },
};

export function siteWords(language: SiteLanguage): SiteWords {
  return words[language];
}

/** A day as readers write it: 23 November 2026, 23 listopada 2026. In this machine's time zone. */
export function writtenDate(date: string, language: SiteLanguage): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(date));
}
