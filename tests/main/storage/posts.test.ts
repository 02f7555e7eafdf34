import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountOf, createLibraryBed, textOf, type LibraryBed } from './library-bed.ts';
import { documentOf } from './temporary-library.ts';

const asset = 'ab'.repeat(32);
const full = documentOf('Żółw błotny', '## Wstęp\n\nZażółć **gęślą** jaźń.\n\n- jeden\n- dwa', {
  excerpt: 'Krótko',
  slug: 'zolw',
  categories: ['Przyroda', 'Gady'],
  tags: ['żółwie'],
  featuredImage: { asset, alt: 'Żółw w wodzie' },
  language: 'pl',
});

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

test('a new post has its document as draft, at version 0, and has it after a restart', () => {
  const draft = bed.library.posts.create(full);
  expect(draft).toEqual({
    postId: expect.any(String),
    version: 0,
    document: full,
    savedAt: '2026-03-01T12:00:00.000Z',
    trashedAt: null,
  });
  bed.reopen();
  expect(bed.library.posts.draft(draft.postId)).toEqual(draft);
  expect(bed.library.posts.find(draft.postId)).toEqual(draft);
});

test('no document that is none is taken', () => {
  expect(() => bed.library.posts.create({ ...full, language: 'de' as 'pl' })).toThrow('language');
  expect(bed.list().total).toBe(0);
});

test('a post that there is not is not found', () => {
  const { posts } = bed.library;
  const postId = randomUUID();
  const notFound = expect.objectContaining({ code: 'post-not-found', details: { postId } });
  expect(posts.find(postId)).toBeNull();
  for (const ask of [posts.draft, posts.contentHash, posts.duplicate, posts.trash, posts.undelete]) {
    expect(() => ask(postId)).toThrow(notFound);
  }
  expect(() => posts.deleteForever(postId)).toThrow(notFound);
  expect(() => posts.saveDraft({ postId, baseVersion: 0, document: full })).toThrow(notFound);
});

test('the list says of a post what the library pane shows', () => {
  const { postId } = bed.library.posts.create(full);
  expect(bed.list()).toEqual({
    total: 1,
    items: [
      {
        id: postId,
        title: [{ text: 'Żółw błotny', marked: false }],
        snippet: [{ text: 'Wstęp Zażółć gęślą jaźń. jeden dwa', marked: false }],
        status: 'draft',
        wordCount: 6,
        featuredImage: asset,
        pendingJob: null,
        createdAt: '2026-03-01T12:00:00.000Z',
        updatedAt: '2026-03-01T12:00:00.000Z',
        trashedAt: null,
      },
    ],
  });
});

test('a long text is shown by its beginning, cut with …', () => {
  bed.write('Długi', 'słowo '.repeat(100));
  const snippet = textOf(bed.list().items[0]!.snippet);
  expect(snippet).toMatch(/^słowo słowo .* …$/);
  expect(snippet.length).toBeLessThanOrEqual(162);
});

test('posts without a title and without a text are listed too', () => {
  bed.write('');
  expect(bed.list().items).toMatchObject([{ title: [], snippet: [], wordCount: 0 }]);
});

test('a queued job is told of until it has ended', () => {
  const { postId } = bed.write('W kolejce');
  const { accounts, jobs } = bed.library;
  accounts.add(accountOf('blog'));
  const id = jobs.insert(
    { postId, accountId: 'blog', revisionId: null, kind: 'unpublish', publishAt: null },
    [],
  );
  expect(bed.list().items).toMatchObject([{ pendingJob: 'queued' }]);
  jobs.change(id, { state: 'needs-attention' });
  expect(bed.list().items).toMatchObject([{ pendingJob: 'needs-attention' }]);
  jobs.change(id, { state: 'succeeded' });
  expect(bed.list().items).toMatchObject([{ pendingJob: null }]);
});

describe('a duplicate', () => {
  test('is a new draft with all of the document but the slug', () => {
    const first = bed.library.posts.create(full);
    bed.at('2026-03-02T12:00:00.000Z');
    const second = bed.library.posts.duplicate(first.postId);
    expect(second.postId).not.toBe(first.postId);
    expect(second).toMatchObject({ version: 0, savedAt: '2026-03-02T12:00:00.000Z', trashedAt: null });
    expect(second.document).toEqual({ ...full, slug: '' });
    expect(bed.library.posts.draft(first.postId)).toEqual(first);
    expect(bed.list({ filters: { category: 'Gady' } }).total).toBe(2);
    expect(bed.list({ query: 'gęślą' }).total).toBe(2);
  });

  test('goes its own way', () => {
    const first = bed.library.posts.create(full);
    const second = bed.library.posts.duplicate(first.postId);
    const document = { ...second.document, title: 'Inny', categories: [] };
    bed.library.posts.saveDraft({ postId: second.postId, baseVersion: 0, document });
    expect(bed.library.posts.draft(first.postId)).toEqual(first);
    expect(bed.titles({ filters: { category: 'Gady' } })).toEqual(['Żółw błotny']);
  });

  test('of a trashed post is not in the trash', () => {
    const { postId } = bed.write('W koszu');
    bed.library.posts.trash(postId);
    expect(bed.library.posts.duplicate(postId).trashedAt).toBeNull();
    expect(bed.titles()).toEqual(['W koszu']);
  });
});
