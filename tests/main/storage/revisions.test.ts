import { randomUUID } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';
import { documentOf } from './temporary-library.ts';

const document = documentOf('Żółw', '## Wstęp\n\nZażółć **gęślą** jaźń.', {
  excerpt: 'Krótko',
  slug: 'zolw',
  categories: ['Gady'],
  tags: ['żółwie', 'woda'],
  featuredImage: { asset: 'ab'.repeat(32), alt: 'Żółw' },
});

let bed: LibraryBed;
let postId: string;

beforeEach(() => {
  bed = createLibraryBed();
  postId = bed.library.posts.create(document).postId;
});
afterEach(() => bed.close());

const freeze = () =>
  bed.library.revisions.freeze({ postId, cause: 'published', author: 'Ala', device: 'biurko' });
const retitle = (title: string) => {
  const draft = bed.library.posts.draft(postId);
  bed.library.posts.saveDraft({
    postId,
    baseVersion: draft.version,
    document: { ...draft.document, title },
  });
};
const rows = () =>
  bed.library.db
    .prepare('SELECT id, seq, cause, author, device, created_at FROM revisions ORDER BY seq')
    .all();

test('a revision reads back as the draft was, though the draft went on and the library was closed', () => {
  const { revisionId, contentHash } = freeze();
  expect(contentHash).toBe(bed.library.posts.contentHash(postId));
  retitle('Całkiem inny');
  bed.reopen();
  expect(bed.library.revisions.document(revisionId)).toEqual(document);
  expect(bed.library.revisions.contentHash(revisionId)).toBe(contentHash);
  expect(bed.library.posts.contentHash(postId)).not.toBe(contentHash);
});

test('who, where, when and why are kept', () => {
  bed.at('2026-03-05T07:00:00.000Z');
  const { revisionId } = freeze();
  expect(rows()).toEqual([
    {
      id: revisionId,
      seq: 1,
      cause: 'published',
      author: 'Ala',
      device: 'biurko',
      created_at: '2026-03-05T07:00:00.000Z',
    },
  ]);
});

test('unchanged content makes no new revision', () => {
  const first = freeze();
  expect(freeze()).toEqual(first);
  retitle('Zmiana');
  retitle('Żółw');
  expect(bed.library.posts.draft(postId).version).toBe(2);
  expect(freeze()).toEqual(first);
  expect(rows()).toHaveLength(1);
});

test('a text that came back after another one is a revision of its own', () => {
  const first = freeze();
  retitle('Zmiana');
  const second = freeze();
  retitle('Żółw');
  const third = freeze();
  expect(new Set([first, second, third].map(({ revisionId }) => revisionId)).size).toBe(3);
  expect(third.contentHash).toBe(first.contentHash);
  expect(
    [first, second, third].map(({ revisionId }) => bed.library.revisions.document(revisionId).title),
  ).toEqual(['Żółw', 'Zmiana', 'Żółw']);
  expect(rows()).toMatchObject([{ seq: 1 }, { seq: 2 }, { seq: 3 }]);
});

test('each post has its own revisions, equal texts or not', () => {
  const mine = freeze();
  const other = bed.library.posts.create(document).postId;
  const theirs = bed.library.revisions.freeze({
    postId: other,
    cause: 'named',
    author: 'Ola',
    device: 'laptop',
  });
  expect(theirs.revisionId).not.toBe(mine.revisionId);
  expect(theirs.contentHash).toBe(mine.contentHash);
  expect(rows()).toMatchObject([{ seq: 1 }, { seq: 1 }]);
});

test('a post that there is not has none', () => {
  postId = randomUUID();
  expect(freeze).toThrow(expect.objectContaining({ code: 'post-not-found', details: { postId } }));
});

describe('a revision that cannot be trusted', () => {
  const damaged = expect.objectContaining({ name: 'CodedError', code: 'revision-damaged' });

  const missing = expect.objectContaining({ code: 'revision-not-found' });
  test('is told of when it is missing', () => {
    const { revisions } = bed.library;
    expect(() => revisions.document(randomUUID())).toThrow(missing);
    expect(() => revisions.contentHash(randomUUID())).toThrow(missing);
  });

  test('is told of when its text is not what was stored', () => {
    const { revisionId } = freeze();
    const other = zstdCompressSync(JSON.stringify({ ...document, title: 'Podmieniony' }));
    bed.library.db.prepare('UPDATE revisions SET document = ?').run(other);
    expect(() => bed.library.revisions.document(revisionId)).toThrow(damaged);
  });
});
