import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountOf, createLibraryBed, type LibraryBed } from './library-bed.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

test('a trashed post is listed and found in the trash alone', () => {
  bed.write('Zostaje', 'wspólne');
  const { postId } = bed.write('Odchodzi', 'wspólne');
  bed.at('2026-03-02T08:00:00.000Z');
  bed.library.posts.trash(postId);
  expect(bed.titles()).toEqual(['Zostaje']);
  expect(bed.titles({ query: 'wspólne' })).toEqual(['Zostaje']);
  expect(bed.titles({ filters: { trashed: true } })).toEqual(['Odchodzi']);
  expect(bed.titles({ query: 'wspólne', filters: { trashed: true } })).toEqual(['Odchodzi']);
  expect(bed.library.posts.draft(postId).trashedAt).toBe('2026-03-02T08:00:00.000Z');
});

test('an undeleted post is back as it was', () => {
  const before = bed.write('Wraca', 'cały tekst', { tags: ['powroty'] });
  bed.library.posts.trash(before.postId);
  bed.library.posts.undelete(before.postId);
  expect(bed.library.posts.draft(before.postId)).toEqual(before);
  expect(bed.titles({ query: 'cały', filters: { tag: 'powroty' } })).toEqual(['Wraca']);
  expect(bed.titles({ filters: { trashed: true } })).toEqual([]);
});

describe('deleting for good', () => {
  test('is refused outside the trash, and then nothing is deleted', () => {
    const { postId } = bed.write('Nie w koszu', 'tekst');
    const { posts } = bed.library;
    expect(() => posts.deleteForever(postId)).toThrow(expect.objectContaining({ code: 'post-not-found' }));
    posts.trash(postId);
    posts.undelete(postId);
    expect(() => posts.deleteForever(postId)).toThrow(expect.objectContaining({ code: 'post-not-found' }));
    expect(bed.titles({ query: 'tekst' })).toEqual(['Nie w koszu']);
  });

  test('takes the post and all that hung on it, and nothing else', () => {
    const { accounts, jobs, posts, remotePosts, revisions, db } = bed.library;
    accounts.add(accountOf('blog'));
    for (const title of ['Ginie', 'Zostaje']) {
      const { postId } = bed.write(title, 'wspólne', { tags: ['wspólny'] });
      const frozen = revisions.freeze({ postId, cause: 'published', author: 'Ala', device: 'test' });
      remotePosts.put({
        postId,
        accountId: 'blog',
        remoteId: title,
        standing: 'published',
        permalink: null,
        openUrl: null,
        publishedAt: null,
        revisionId: frozen.revisionId,
        contentHash: frozen.contentHash,
        base: null,
      });
      const job = { postId, accountId: 'blog', kind: 'update', publishAt: null } as const;
      jobs.insert({ ...job, revisionId: frozen.revisionId }, [
        { key: 'fill', kind: 'fill', subject: '', state: 'pending', result: null },
      ]);
    }
    const doomed = bed.list({ query: 'ginie' }).items[0]!.id;
    posts.trash(doomed);
    posts.deleteForever(doomed);

    expect(posts.find(doomed)).toBeNull();
    expect(bed.titles()).toEqual(['Zostaje']);
    expect(bed.titles({ query: 'wspólne' })).toEqual(['Zostaje']);
    const tables = ['posts', 'post_terms', 'post_search', 'revisions', 'remote_posts', 'publish_jobs'];
    for (const table of [...tables, 'publish_steps']) {
      expect([table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 1]);
    }
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  test('leaves no word behind for a post that comes after', () => {
    const { posts } = bed.library;
    const { postId } = bed.write('Stary', 'jednorożec');
    posts.trash(postId);
    posts.deleteForever(postId);
    bed.write('Nowy', 'koń');
    expect(bed.titles({ query: 'jednorożec' })).toEqual([]);
    expect(bed.titles({ query: 'koń' })).toEqual(['Nowy']);
  });
});
