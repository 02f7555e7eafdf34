import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RemoteContent, RemotePost } from '#main/connectors/connector.ts';
import { baseOf, changedSince, saysTheSame } from '#main/publishing/remote-comparison.ts';
import { contentOf, remoteOf } from './remote-samples.ts';

describe('what the blog says already', () => {
  test('is the same when every field is', () => {
    expect(saysTheSame(remoteOf(), contentOf())).toBe(true);
  });

  test.each<[string, Partial<RemotePost>]>([
    ['title', { title: 'Żółw i spółka' }],
    ['text', { content: '<p>Pierwszy akapit.</p>' }],
    ['excerpt', { excerpt: '' }],
    ['a category too many', { categoryIds: ['3', '4'] }],
    ['another category', { categoryIds: ['4'] }],
    ['a tag too few', { tagIds: ['7'] }],
    ['a tag too many', { tagIds: ['7', '8', '9'] }],
    ['another featured image', { featuredMediaId: '22' }],
    ['no featured image', { featuredMediaId: null }],
  ])('is not the same with %s', (_what, change) => {
    expect(saysTheSame(remoteOf(change), contentOf())).toBe(false);
  });

  test.each<[string, Partial<RemotePost>, Partial<RemoteContent>]>([
    ['the order of its terms', { tagIds: ['8', '7'] }, {}],
    ['how lines end, and space at the end', { content: '<p>Pierwszy akapit.</p>\r\n<p>Drugi.</p>\r\n' }, {}],
    ['a default category the blog chose itself', { categoryIds: ['1'] }, { categories: [] }],
    ['its address, which a blog may number', { slug: 'zolw-spolka-2' }, {}],
    ['no featured image on either side', { featuredMediaId: null }, { featuredMedia: null }],
  ])('is the same whatever %s', (_what, change, sent) => {
    expect(saysTheSame(remoteOf(change), contentOf(sent))).toBe(true);
  });

  test('is the same when two names that were sent are one term on the blog', () => {
    const twice = [
      { id: '7', name: 'żółwie' },
      { id: '7', name: 'Żółwie' },
    ];
    expect(saysTheSame(remoteOf({ tagIds: ['7'] }), contentOf({ tags: twice }))).toBe(true);
    expect(saysTheSame(remoteOf({ tagIds: ['7', '8'] }), contentOf({ tags: twice }))).toBe(false);
  });

  test('no tag on the blog may be one that was not sent', () => {
    expect(saysTheSame(remoteOf({ tagIds: ['7'] }), contentOf({ tags: [] }))).toBe(false);
  });
});

describe('what was changed on the blog', () => {
  const base = baseOf(remoteOf());

  test('is nothing, right after we agreed', () => {
    expect(changedSince(base, remoteOf())).toEqual([]);
  });

  test.each<[string, Partial<RemotePost>]>([
    ['status', { status: 'draft' }],
    ['title', { title: 'Inny' }],
    ['text', { content: '<p>Inny.</p>' }],
    ['excerpt', { excerpt: 'Inny' }],
    ['slug', { slug: 'inny' }],
    ['categories', { categoryIds: [] }],
    ['tags', { tagIds: ['7', '9'] }],
    ['featured image', { featuredMediaId: null }],
  ])('is told by name: %s', (name, change) => {
    expect(changedSince(base, remoteOf(change))).toEqual([name]);
  });

  test('is told all at once', () => {
    const change = { title: 'Inny', tagIds: [], status: 'scheduled' } as const;
    expect(changedSince(base, remoteOf(change))).toEqual(['status', 'title', 'tags']);
  });

  test('is not what a blog that broke down had already made of our own writing', () => {
    const content = contentOf({ title: 'Nowy', content: '<p>Nowy.</p>', slug: 'nowy', tags: [] });
    const ours = { content, status: 'published' } as const;
    const draft = baseOf(remoteOf({ status: 'draft' }));
    const half = remoteOf({ title: 'Nowy', content: '<p>Nowy.</p>\n', slug: 'nowy' });
    expect(changedSince(draft, half, ours)).toEqual([]);
    expect(changedSince(draft, half)).toEqual(['status', 'title', 'text', 'slug']);
    const someoneElse = { ...half, title: 'Czyjś', tagIds: ['9'] };
    expect(changedSince(draft, someoneElse, ours)).toEqual(['title', 'tags']);
  });

  test('is nothing when a scheduled post went live by itself; going back is a change', () => {
    const scheduled = remoteOf({ status: 'scheduled' });
    expect(changedSince(baseOf(scheduled), remoteOf())).toEqual([]);
    expect(changedSince(base, scheduled)).toEqual(['status']);
    expect(changedSince(baseOf(scheduled), remoteOf({ status: 'draft' }))).toEqual(['status']);
  });

  test('is not the dates, the addresses, the line ends or the order of terms', () => {
    const same = remoteOf({
      modified: '2026-04-01T00:00:00.000Z',
      date: null,
      permalink: 'https://elsewhere.example/',
      content: '<p>Pierwszy akapit.</p>\r\n<p>Drugi.</p>\n',
      tagIds: ['8', '7'],
    });
    expect(changedSince(base, same)).toEqual([]);
  });
});

test('a base is all that is needed to notice any change: it survives being stored', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 5 }).map(String));
  const posts = fc
    .record({
      status: fc.constantFrom('draft' as const, 'scheduled' as const, 'published' as const),
      slug: fc.string(),
      title: fc.string(),
      content: fc.string(),
      excerpt: fc.string(),
      categoryIds: ids,
      tagIds: ids,
      featuredMediaId: fc.option(fc.constantFrom('1', '2')),
    })
    .map(remoteOf);
  fc.assert(
    fc.property(posts, fc.integer(), (post, seed) => {
      const stored = JSON.parse(JSON.stringify(baseOf(post))) as ReturnType<typeof baseOf>;
      const shuffled = {
        ...post,
        tagIds: post.tagIds.toSorted((a, b) => (Number(a) ^ seed) - (Number(b) ^ seed)),
      };
      expect(changedSince(stored, shuffled)).toEqual([]);
    }),
  );
});
