import { describe, expect, test } from 'vitest';
import type { PostFilters } from '#shared/contract/posts.ts';
import type { Library } from '#main/storage/library.ts';
import { documentOf, temporaryLibrary } from './temporary-library.ts';

function titles(library: Library, query: string, filters: Partial<PostFilters> = {}): string[] {
  const { items } = library.posts.list({
    query,
    filters: { trashed: false, ...filters },
    sort: 'updated',
    offset: 0,
    limit: 50,
  });
  return items.map(({ title }) => title.map(({ text }) => text).join(''));
}

describe('search', () => {
  test.each([
    ['zolw', 'Żółw błotny'],
    ['ŻÓŁ', 'Żółw błotny'],
    ['lodz', 'Łódź nocą'],
    ['łódź noc', 'Łódź nocą'],
    ['strasse', 'Die Straße'],
    ['zazolc jazn', 'Zażółć gęślą jaźń'],
    ['gesla', 'Zażółć gęślą jaźń'],
  ])('%s finds %s', (query, title) => {
    const library = temporaryLibrary();
    for (const name of ['Żółw błotny', 'Łódź nocą', 'Die Straße', 'Zażółć gęślą jaźń'])
      library.posts.create(documentOf(name));
    expect(titles(library, query)).toEqual([title]);
  });

  test('looks through body, excerpt and terms, and ranks the title first', () => {
    const library = temporaryLibrary();
    library.posts.create(documentOf('W treści', 'Tu jest kampania.'));
    library.posts.create(documentOf('W zajawce', '', { excerpt: 'O kampanii i kampania.' }));
    library.posts.create(documentOf('W tagu', '', { tags: ['kampania'] }));
    library.posts.create(documentOf('Kampania w tytule', 'Coś innego.'));
    const found = titles(library, 'kampania');
    expect(found[0]).toBe('Kampania w tytule');
    expect(new Set(found)).toEqual(new Set(['Kampania w tytule', 'W treści', 'W zajawce', 'W tagu']));
  });

  test('marks what was found, in the title or around it in the text', () => {
    const library = temporaryLibrary();
    library.posts.create(
      documentOf('Łódź', `${'Wstęp. '.repeat(60)}Tam mieszka żółw. ${'Koniec. '.repeat(60)}`),
    );
    const { items } = library.posts.list({
      query: 'zolw',
      filters: { trashed: false },
      sort: 'updated',
      offset: 0,
      limit: 5,
    });
    expect(items[0]?.snippet.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['żółw']);
  });

  test.each(['"', '*', 'AND', 'NOT', 'a OR', '(', 'title:', '-x', '😀', "'", '\\', '^', '  ', 'NEAR(a b)'])(
    'takes %j as words, never as a language',
    (query) => {
      const library = temporaryLibrary();
      library.posts.create(documentOf('Zwykły wpis', 'and not or title near 😀'));
      expect(() => titles(library, query)).not.toThrow();
    },
  );

  test('follows changes, the trash and filters', () => {
    const library = temporaryLibrary();
    const { postId, version } = library.posts.create(
      documentOf('Pierwszy', 'stare słowo', { categories: ['Notatki'] }),
    );
    library.posts.create(documentOf('Drugi', 'stare', { categories: ['Inne'], tags: ['ważne'] }));
    expect(titles(library, 'stare', { category: 'Notatki' })).toEqual(['Pierwszy']);
    expect(titles(library, 'stare', { tag: 'ważne' })).toEqual(['Drugi']);
    expect(titles(library, '', { status: 'published' })).toEqual([]);
    library.posts.saveDraft({ postId, baseVersion: version, document: documentOf('Pierwszy', 'nowe słowo') });
    expect(titles(library, 'stare')).toEqual(['Drugi']);
    expect(titles(library, 'nowe')).toEqual(['Pierwszy']);
    library.posts.trash(postId);
    expect(titles(library, 'nowe')).toEqual([]);
    expect(titles(library, 'nowe', { trashed: true })).toEqual(['Pierwszy']);
    library.posts.undelete(postId);
    expect(titles(library, 'nowe')).toEqual(['Pierwszy']);
    library.posts.trash(postId);
    library.posts.deleteForever(postId);
    expect(titles(library, 'nowe', { trashed: true })).toEqual([]);
    library.posts.rebuildSearchIndex();
    expect(titles(library, 'stare')).toEqual(['Drugi']);
  });
});
