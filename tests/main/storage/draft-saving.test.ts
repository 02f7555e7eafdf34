import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PostDocument } from '#shared/document/post-document.ts';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';
import { documentOf } from './temporary-library.ts';

let bed: LibraryBed;
let postId: string;

beforeEach(() => {
  bed = createLibraryBed();
  postId = bed.write('Szkic', 'Pierwszy tekst.', { tags: ['stary'] }).postId;
  bed.at('2026-03-02T12:00:00.000Z');
});
afterEach(() => bed.close());

const save = (baseVersion: number, document: PostDocument) =>
  bed.library.posts.saveDraft({ postId, baseVersion, document });
const draft = () => bed.library.posts.draft(postId);

test('a save answers with the next version, and the whole document is there after a restart', () => {
  const document = documentOf('Żółw', 'Drugi *tekst*.', {
    excerpt: 'Wyciąg',
    slug: 'zolw',
    categories: ['Gady'],
    tags: ['nowy'],
    featuredImage: { asset: '0f'.repeat(32), alt: 'Żółw' },
    language: 'en',
  });
  expect(save(0, document)).toEqual({ version: 1, savedAt: '2026-03-02T12:00:00.000Z' });
  expect(save(1, { ...document, title: 'Żółw 2' }).version).toBe(2);
  bed.reopen();
  expect(draft()).toEqual({
    postId,
    version: 2,
    document: { ...document, title: 'Żółw 2' },
    savedAt: '2026-03-02T12:00:00.000Z',
    trashedAt: null,
  });
});

test('list, terms and search follow a save', () => {
  save(0, documentOf('Nowy tytuł', 'Zupełnie inaczej.', { tags: ['nowy'] }));
  expect(bed.list({ query: 'pierwszy' }).total).toBe(0);
  expect(bed.list({ query: 'szkic' }).total).toBe(0);
  expect(bed.list({ filters: { tag: 'stary' } }).total).toBe(0);
  expect(bed.titles({ query: 'zupełnie', filters: { tag: 'nowy' } })).toEqual(['Nowy tytuł']);
  expect(bed.list().items).toMatchObject([
    { wordCount: 2, createdAt: '2026-03-01T12:00:00.000Z', updatedAt: '2026-03-02T12:00:00.000Z' },
  ]);
});

test('an unchanged document makes no new version, whatever it grew from', () => {
  const before = draft();
  const answer = { version: 0, savedAt: '2026-03-01T12:00:00.000Z' };
  expect(save(0, before.document)).toEqual(answer);
  expect(save(7, structuredClone(before.document))).toEqual(answer);
  expect(draft()).toEqual(before);
});

describe('a save that did not grow from the stored version', () => {
  test.each([0, 2])('is refused with both texts kept (base %i of 1)', (baseVersion) => {
    save(0, documentOf('Z jednego okna', 'Jeden.', { tags: ['jeden'] }));
    const before = draft();
    expect(() => save(baseVersion, documentOf('Z drugiego okna', 'Dwa.', { tags: ['dwa'] }))).toThrow(
      expect.objectContaining({ name: 'CodedError', code: 'draft-conflict', details: { stored: 1 } }),
    );
    expect(draft()).toEqual(before);
    expect(bed.titles({ query: 'jeden', filters: { tag: 'jeden' } })).toEqual(['Z jednego okna']);
    expect(bed.list({ query: 'dwa' }).total).toBe(0);
    expect(bed.list({ filters: { tag: 'dwa' } }).total).toBe(0);
  });

  test('goes through once it is told the stored version', () => {
    save(0, documentOf('Z jednego okna'));
    expect(save(1, documentOf('Z drugiego okna')).version).toBe(2);
    expect(draft().document.title).toBe('Z drugiego okna');
  });
});

test.each([
  ['title', { title: 'Inny' }],
  ['excerpt', { excerpt: 'Inny' }],
  ['slug', { slug: 'inny' }],
  ['categories', { categories: ['Inna'] }],
  ['tags', { tags: [] }],
  ['featuredImage', { featuredImage: { asset: 'cd'.repeat(32), alt: '' } }],
  ['language', { language: 'en' }],
  ['body', { body: documentOf('', 'Pierwszy **tekst**.').body }],
] satisfies [string, Partial<PostDocument>][])('a change of %s alone is a change', (_, change) => {
  const before = bed.library.posts.contentHash(postId);
  const document = { ...draft().document, ...change };
  expect(save(0, document).version).toBe(1);
  expect(draft().document).toEqual(document);
  expect(bed.library.posts.contentHash(postId)).not.toBe(before);
});

test('the same term twice is one term', () => {
  save(0, documentOf('Podwójny', '', { tags: ['raz', 'raz'], categories: ['raz'] }));
  expect(bed.library.posts.facets()).toMatchObject({
    categories: [{ name: 'raz', count: 1 }],
    tags: [{ name: 'raz', count: 1 }],
  });
});

test('a big text comes back as it went in', () => {
  const document = documentOf('Powieść', 'Zażółć gęślą jaźń 🐢.\n\n'.repeat(5_000));
  save(0, document);
  bed.reopen();
  expect(draft().document).toEqual(document);
  expect(bed.list().items[0]!.wordCount).toBe(15_000);
});
