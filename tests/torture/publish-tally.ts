/** Counts what is on the blog against what should be there. */
import type { TestWordPress } from '../servers/wordpress/server.ts';

export interface Expected {
  readonly title: string;
  readonly status: 'publish' | 'future' | 'draft';
  /** Pictures in the text. */
  readonly hashes: readonly string[];
  /** Pictures that were in it before, too. */
  readonly alsoUploaded?: readonly string[];
  readonly tags: readonly string[];
  /** The job said that it succeeded. */
  readonly ended: boolean;
  readonly receiptIsRight: boolean;
  /** The library knows that the post is on the blog. */
  readonly isListed: boolean;
}

export interface Count {
  readonly expected: number;
  readonly found: number;
  readonly duplicated: number;
  readonly missing: number;
}

export interface Tally {
  readonly posts: Count;
  readonly pictures: Count;
  readonly terms: Count;
  /** Posts that are not in the state they should be in, or lack a picture in their text. */
  readonly wrong: readonly string[];
  readonly stuck: number;
  readonly wrongReceipts: number;
}

const none: Count = { expected: 0, found: 0, duplicated: 0, missing: 0 };
export const emptyTally: Tally = {
  posts: none,
  pictures: none,
  terms: none,
  wrong: [],
  stuck: 0,
  wrongReceipts: 0,
};

/** Of two blogs. */
export function addTallies(a: Tally, b: Tally): Tally {
  const add = (one: Count, other: Count): Count => ({
    expected: one.expected + other.expected,
    found: one.found + other.found,
    duplicated: one.duplicated + other.duplicated,
    missing: one.missing + other.missing,
  });
  return {
    posts: add(a.posts, b.posts),
    pictures: add(a.pictures, b.pictures),
    terms: add(a.terms, b.terms),
    wrong: [...a.wrong, ...b.wrong],
    stuck: a.stuck + b.stuck,
    wrongReceipts: a.wrongReceipts + b.wrongReceipts,
  };
}

interface PostOnBlog {
  readonly id: number;
  readonly status: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
}

export async function compareWithBlog(blog: TestWordPress, expected: readonly Expected[]): Promise<Tally> {
  const posts = [
    ...(await all<PostOnBlog>(blog, 'posts', { status: 'any', context: 'edit' })),
    ...(await all<PostOnBlog>(blog, 'posts', { status: 'trash', context: 'edit' })),
  ].filter(({ title }) => title.raw !== 'Hello world!');
  const files = (await all<{ source_url: string }>(blog, 'media')).map(({ source_url }) => source_url);
  const terms = (await all<{ name: string }>(blog, 'tags')).map(({ name }) => name);

  const hashes = new Set(expected.flatMap((post) => [...post.hashes, ...(post.alsoUploaded ?? [])]));
  return {
    posts: count(
      expected.map(({ title }) => title),
      posts.map(({ title }) => title.raw),
    ),
    pictures: count(
      [...hashes].map((hash) => hash.slice(0, 16)),
      files.map((file) => /-([0-9a-f]{16})\b/.exec(file)?.[1] ?? file),
    ),
    terms: count([...new Set(expected.flatMap(({ tags }) => tags))], terms),
    wrong: expected
      .filter((wanted) => !posts.some((post) => isAsWanted(post, wanted)))
      .map(({ title }) => title),
    stuck: expected.filter(({ ended, isListed }) => !ended || !isListed).length,
    wrongReceipts: expected.filter(({ receiptIsRight }) => !receiptIsRight).length,
  };
}

function isAsWanted({ title, status, content }: PostOnBlog, wanted: Expected): boolean {
  return (
    title.raw === wanted.title &&
    status === wanted.status &&
    wanted.hashes.every((hash) => content.raw.includes(hash.slice(0, 16)))
  );
}

function count(expected: readonly string[], found: readonly string[]): Count {
  const unique = new Set(found);
  return {
    expected: expected.length,
    found: found.length,
    duplicated: found.length - unique.size,
    missing: expected.filter((name) => !unique.has(name)).length,
  };
}

async function all<T>(
  { url, users: { admin } }: TestWordPress,
  what: string,
  query: Record<string, string> = {},
): Promise<T[]> {
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.appPassword}`).toString('base64')}`;
  const items: T[] = [];
  for (let page = 1; ; page++) {
    const search = new URLSearchParams({
      rest_route: `/wp/v2/${what}`,
      per_page: '100',
      page: String(page),
      ...query,
    });
    const answer = await fetch(`${url}/?${search}`, { headers: { authorization } });
    if (!answer.ok) throw new Error(`The blog answered ${answer.status} for its ${what}.`);
    items.push(...((await answer.json()) as T[]));
    if (page >= Number(answer.headers.get('x-wp-totalpages'))) return items;
  }
}
