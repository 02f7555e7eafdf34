import { describe, expect, it } from 'vitest';
import { CodedError } from '#shared/contract/errors.ts';
import { apiUrl } from '#main/connectors/wordpress/api-url.ts';
import { possibleBases, startingPages } from '#main/connectors/wordpress/typed-address.ts';

const pages = (typed: string) => startingPages(typed).map(({ href }) => href);

describe('a typed address', () => {
  it('is tried over https first, on the own machine over http', () => {
    expect(pages(' example.org ')).toEqual(['https://example.org/', 'http://example.org/']);
    expect(pages('http://example.org')).toEqual(['http://example.org/']);
    expect(pages('localhost:8080/blog')).toEqual(['http://localhost:8080/blog']);
    expect(pages('127.0.0.1:8080')).toEqual(['http://127.0.0.1:8080/']);
    expect(pages('żółw.example')[0]).toBe('https://xn--w-uga1v8h.example/');
  });

  it('may be a page inside of WordPress', () => {
    expect(pages('https://example.org/blog/wp-admin/post.php?post=3&action=edit')).toEqual([
      'https://example.org/blog/',
    ]);
    expect(pages('https://example.org/wp-login.php')).toEqual(['https://example.org/']);
    expect(pages('https://example.org/?p=12#comments')).toEqual(['https://example.org/']);
  });

  it.each(['ftp://example.org', 'javascript://alert(1)', 'hello world', '', 'https://', 'me:pw@example.org'])(
    'that cannot be one is refused: %s',
    (typed) => {
      expect(() => startingPages(typed)).toThrow(CodedError);
      expect(() => startingPages(typed)).toThrow(expect.objectContaining({ code: 'address-invalid' }));
    },
  );

  it('of a post lets the blog be looked for in the folders above', () => {
    const bases = possibleBases(new URL('https://example.org/blog/2026/post/'));
    expect(bases.map(({ pathname }) => pathname)).toEqual(['/blog/2026/post/', '/blog/2026/', '/blog/', '/']);
  });
});

describe('an address of the API', () => {
  it('is a folder, or a query where pretty permalinks are off', () => {
    const query = { slug: 'a b', status: 'any' };
    expect(apiUrl('https://example.org/wp-json/', 'wp/v2/posts', query).href).toBe(
      'https://example.org/wp-json/wp/v2/posts?slug=a+b&status=any',
    );
    expect(apiUrl('https://example.org/blog/?rest_route=/', 'wp/v2/posts', query).href).toBe(
      'https://example.org/blog/?rest_route=%2Fwp%2Fv2%2Fposts&slug=a+b&status=any',
    );
  });
});
