/** A post as it was sent, and as the blog holds it. */
import type { LivePage, RemoteContent, RemotePost } from '#main/connectors/connector.ts';

export const contentOf = (change: Partial<RemoteContent> = {}): RemoteContent => ({
  title: 'Żółw & spółka',
  content: '<p>Pierwszy akapit.</p>\n<p>Drugi.</p>',
  excerpt: 'Krótko',
  slug: 'zolw-spolka',
  categories: [{ id: '3', name: 'Zwierzęta' }],
  tags: [
    { id: '7', name: 'żółwie' },
    { id: '8', name: 'spółki' },
  ],
  featuredMedia: { id: '21', url: 'https://blog.example/a.jpg', width: 60, height: 40 },
  ...change,
});

/** The blog's post that says exactly what `contentOf()` would make it say. */
export const remoteOf = (change: Partial<RemotePost> = {}): RemotePost => ({
  id: '42',
  status: 'published',
  slug: 'zolw-spolka',
  title: 'Żółw & spółka',
  content: '<p>Pierwszy akapit.</p>\n<p>Drugi.</p>',
  excerpt: 'Krótko',
  categoryIds: ['3'],
  tagIds: ['7', '8'],
  featuredMediaId: '21',
  permalink: 'https://blog.example/zolw-spolka/',
  openUrl: 'https://blog.example/zolw-spolka/',
  date: '2026-03-01T12:00:00.000Z',
  modified: '2026-03-01T12:00:00.000Z',
  ...change,
});

export const pageOf = (change: Partial<LivePage> = {}): LivePage => ({
  url: 'https://blog.example/zolw-spolka/',
  title: 'Żółw & spółka',
  text: 'Pierwszy akapit. Drugi.',
  images: [],
  links: [],
  ...change,
});
