import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredRemotePost } from '#main/storage/remote-post-store.ts';
import { accountOf, createLibraryBed, type LibraryBed } from './library-bed.ts';
import { documentOf } from './temporary-library.ts';

let bed: LibraryBed;
let postId: string;

beforeEach(() => {
  bed = createLibraryBed();
  bed.library.accounts.add(accountOf('a'));
  bed.library.accounts.add(accountOf('b', { createdAt: '2026-03-02T12:00:00.000Z' }));
  postId = bed.write('Żółw', 'tekst').postId;
});
afterEach(() => bed.close());

const remote = (change: Partial<StoredRemotePost> = {}): StoredRemotePost => ({
  postId,
  accountId: 'a',
  remoteId: '17',
  standing: 'published',
  permalink: 'https://a.example/zolw/',
  openUrl: 'https://a.example/zolw/',
  publishedAt: '2026-03-01T12:00:00.000Z',
  revisionId: null,
  contentHash: bed.library.posts.contentHash(postId),
  base: null,
  ...change,
});

function put(change: Partial<StoredRemotePost> = {}): void {
  bed.library.remotePosts.put(remote(change));
  bed.library.posts.refreshStatus(postId);
}

test('what a blog has of a post is kept, base and all, and put in place of what was', () => {
  const { remotePosts, revisions } = bed.library;
  const frozen = revisions.freeze({ postId, cause: 'published', author: 'Ala', device: 'test' });
  const base = {
    status: 'published',
    slug: 'zolw',
    title: 'Żółw',
    content: '<p>tekst</p>',
    excerpt: '',
    categoryIds: ['1', '2'],
    tagIds: [],
    featuredMediaId: null,
  } as const;
  expect(remotePosts.get(postId, 'a')).toBeNull();
  put({ standing: 'draft', permalink: null, contentHash: null });
  put({ revisionId: frozen.revisionId, base });
  bed.reopen();
  expect(bed.library.remotePosts.get(postId, 'a')).toEqual(remote({ revisionId: frozen.revisionId, base }));
  expect(bed.library.remotePosts.get(postId, 'b')).toBeNull();
});

describe('the post’s status', () => {
  const status = () => bed.list().items[0]!.status;

  test('is the furthest of its blogs', () => {
    expect(status()).toBe('draft');
    put({ standing: 'draft' });
    expect(status()).toBe('draft');
    put({ standing: 'scheduled' });
    expect(status()).toBe('scheduled');
    put({ accountId: 'b' });
    expect(status()).toBe('published');
    put({ accountId: 'b', standing: 'unpublished' });
    expect(status()).toBe('scheduled');
  });

  test('is changed by a save, and back by the text that is on the blog', () => {
    put();
    const { document } = bed.library.posts.draft(postId);
    const save = (baseVersion: number, title: string) =>
      bed.library.posts.saveDraft({ postId, baseVersion, document: { ...document, title } });
    save(0, 'Żółw błotny');
    expect(status()).toBe('changed');
    save(1, 'Żółw');
    expect(status()).toBe('published');
  });

  test('stays a draft when only a draft on a blog is older', () => {
    put({ standing: 'draft', contentHash: 'older' });
    expect(status()).toBe('draft');
  });

  test('is a draft again once the post is on no blog', () => {
    put();
    bed.library.remotePosts.remove(postId, 'a');
    bed.library.posts.refreshStatus(postId);
    expect(status()).toBe('draft');
    expect(bed.library.remotePosts.get(postId, 'a')).toBeNull();
  });
});

test('the views say where a post is, and whether the draft went on since', () => {
  put({ accountId: 'b', standing: 'scheduled' });
  put();
  bed.library.posts.saveDraft({ postId, baseVersion: 0, document: documentOf('Inny') });
  put({ accountId: 'b', standing: 'scheduled' });
  const same = {
    permalink: 'https://a.example/zolw/',
    openUrl: 'https://a.example/zolw/',
    publishedAt: '2026-03-01T12:00:00.000Z',
    revisionId: null,
  };
  expect(bed.library.remotePosts.views(postId)).toEqual([
    { ...same, accountId: 'a', accountName: 'Blog a', remoteStatus: 'published', changed: true },
    { ...same, accountId: 'b', accountName: 'Blog b', remoteStatus: 'scheduled', changed: false },
  ]);
});

test('scheduled posts are due when their time has come, and the next time is known', () => {
  const { remotePosts } = bed.library;
  expect(remotePosts.nextDue()).toBeNull();
  put({ standing: 'scheduled', publishedAt: '2026-03-03T08:00:00.000Z' });
  put({ accountId: 'b', standing: 'scheduled', publishedAt: '2026-03-02T08:00:00.000Z' });
  const due = (time: string) => remotePosts.due(new Date(time)).map(({ accountId }) => accountId);
  expect(due('2026-03-02T07:59:59.999Z')).toEqual([]);
  expect(due('2026-03-02T08:00:00.000Z')).toEqual(['b']);
  expect(due('2026-04-01T00:00:00.000Z')).toEqual(['b', 'a']);
  expect(remotePosts.nextDue()).toBe('2026-03-02T08:00:00.000Z');
  put({ accountId: 'b', publishedAt: '2026-03-02T08:00:00.000Z' });
  expect(remotePosts.nextDue()).toBe('2026-03-03T08:00:00.000Z');
  expect(due('2026-04-01T00:00:00.000Z')).toEqual(['a']);
});
