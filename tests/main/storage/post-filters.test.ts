import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RemoteStanding } from '#main/storage/remote-post-store.ts';
import { accountOf, createLibraryBed, type LibraryBed } from './library-bed.ts';

const blog = '11111111-1111-4111-8111-111111111111';
const otherBlog = '22222222-2222-4222-8222-222222222222';

let bed: LibraryBed;

beforeEach(() => {
  bed = createLibraryBed();
  bed.library.accounts.add(accountOf(blog));
  bed.library.accounts.add(accountOf(otherBlog));
});
afterEach(() => bed.close());

function putOn(accountId: string, title: string, standing: RemoteStanding): void {
  const { postId } = bed.write(title, 'wspólne słowo');
  bed.library.remotePosts.put({
    postId,
    accountId,
    remoteId: title,
    standing,
    permalink: null,
    openUrl: null,
    publishedAt: null,
    revisionId: null,
    contentHash: bed.library.posts.contentHash(postId),
    base: null,
  });
  bed.library.posts.refreshStatus(postId);
}

describe('filters, of a list and of a search', () => {
  test('status and blog', () => {
    bed.write('Szkic', 'wspólne słowo');
    putOn(blog, 'Na blogu', 'published');
    putOn(otherBlog, 'Na drugim', 'published');
    putOn(blog, 'W kalendarzu', 'scheduled');
    putOn(blog, 'Zdjęty', 'unpublished');
    for (const query of ['', 'wspólne']) {
      const titles = (filters: object) => bed.titles({ query, filters }).toSorted();
      expect(titles({ status: 'draft' })).toEqual(['Szkic', 'Zdjęty']);
      expect(titles({ status: 'published' })).toEqual(['Na blogu', 'Na drugim']);
      expect(titles({ status: 'scheduled' })).toEqual(['W kalendarzu']);
      expect(titles({ status: 'changed' })).toEqual([]);
      expect(titles({ accountId: otherBlog })).toEqual(['Na drugim']);
      expect(titles({ accountId: blog, status: 'published' })).toEqual(['Na blogu']);
    }
  });

  test('category and tag, by their whole names, each its own', () => {
    bed.write('A', 'wspólne', { categories: ['Gady'], tags: ['woda'] });
    bed.write('B', 'wspólne', { categories: ['Gady'] });
    bed.write('C', 'wspólne', { categories: ['woda'], tags: ['Gady'] });
    for (const query of ['', 'wspólne']) {
      const titles = (filters: object) => bed.titles({ query, filters }).toSorted();
      expect(titles({ category: 'Gady' })).toEqual(['A', 'B']);
      expect(titles({ tag: 'woda' })).toEqual(['A']);
      expect(titles({ category: 'Gady', tag: 'woda' })).toEqual(['A']);
      expect(titles({ category: 'Gad' })).toEqual([]);
    }
  });

  test('the trash, with whatever else', () => {
    const { postId } = bed.write('W koszu', 'wspólne', { tags: ['woda'] });
    bed.write('Nie w koszu', 'wspólne', { tags: ['woda'] });
    bed.library.posts.trash(postId);
    for (const query of ['', 'wspólne']) {
      expect(bed.titles({ query, filters: { tag: 'woda' } })).toEqual(['Nie w koszu']);
      expect(bed.titles({ query, filters: { tag: 'woda', trashed: true } })).toEqual(['W koszu']);
      expect(bed.titles({ query, filters: { tag: 'inna', trashed: true } })).toEqual([]);
    }
  });

  test('time of the last change, both ends included', () => {
    for (const day of ['01', '02', '03']) {
      bed.at(`2026-03-${day}T00:00:00.000Z`);
      bed.write(day, 'wspólne');
    }
    const filters = { updatedFrom: '2026-03-02T00:00:00.000Z', updatedTo: '2026-03-03T00:00:00.000Z' };
    for (const query of ['', 'wspólne']) {
      expect(bed.titles({ query, filters }).toSorted()).toEqual(['02', '03']);
    }
  });
});

describe('order and pages', () => {
  beforeEach(() => {
    for (const [day, title] of [
      ['01', 'beta'],
      ['02', 'Alfa'],
      ['03', 'gamma'],
    ] as const) {
      bed.at(`2026-03-${day}T00:00:00.000Z`);
      bed.write(title, 'wspólne');
    }
  });

  test('last changed, last made, or by title', () => {
    const beta = bed.list({ query: 'beta' }).items[0]!.id;
    const { document } = bed.library.posts.draft(beta);
    bed.at('2026-03-04T00:00:00.000Z');
    const changed = { ...document, excerpt: 'zmiana' };
    bed.library.posts.saveDraft({ postId: beta, baseVersion: 0, document: changed });
    expect(bed.titles()).toEqual(['beta', 'gamma', 'Alfa']);
    expect(bed.titles({ sort: 'created' })).toEqual(['gamma', 'Alfa', 'beta']);
    expect(bed.titles({ sort: 'title' })).toEqual(['Alfa', 'beta', 'gamma']);
  });

  test.each(['', 'wspólne'])('pages of “%s” follow on one another and know the total', (query) => {
    const all = bed.titles({ query });
    expect(all).toHaveLength(3);
    const first = bed.list({ query, limit: 2 });
    const second = bed.list({ query, limit: 2, offset: 2 });
    expect([first.total, second.total]).toEqual([3, 3]);
    expect([first.items.length, second.items.length]).toEqual([2, 1]);
    expect([...bed.titles({ query, limit: 2 }), ...bed.titles({ query, limit: 2, offset: 2 })]).toEqual(all);
    expect(bed.list({ query, offset: 3 })).toEqual({ total: 3, items: [] });
  });
});

test('the counts for the filter menus leave the trash out', () => {
  putOn(blog, 'Na blogu', 'published');
  bed.write('A', '', { categories: ['Gady'], tags: ['woda', 'ląd'] });
  bed.write('B', '', { categories: ['Gady'], tags: ['woda'] });
  const { postId } = bed.write('C', '', { categories: ['Kosz'], tags: ['woda'] });
  bed.library.posts.trash(postId);
  expect(bed.library.posts.facets()).toEqual({
    all: 3,
    trashed: 1,
    status: { draft: 2, scheduled: 0, published: 1, changed: 0 },
    categories: [{ name: 'Gady', count: 2 }],
    tags: [
      { name: 'woda', count: 2 },
      { name: 'ląd', count: 1 },
    ],
  });
});
