/** Comparing what the blog holds with what we sent, or with what it held when we last agreed. */
import type { RemoteContent, RemotePost, RemoteStatus } from '../connectors/connector.ts';
import type { RemoteBase } from '../storage/remote-post-store.ts';

/** The fields of a remote post that make a base. */
export function baseOf(post: RemotePost): RemoteBase {
  const { status, slug, title, content, excerpt, categoryIds, tagIds, featuredMediaId } = post;
  return { status, slug, title, content, excerpt, categoryIds, tagIds, featuredMediaId };
}

/** True when the blog's post already says what this content would make it say. */
export function saysTheSame(post: RemotePost, content: RemoteContent): boolean {
  const categories = content.categories.map(({ id }) => id);
  return (
    post.title === content.title &&
    sameText(post.content, content.content) &&
    sameText(post.excerpt, content.excerpt) &&
    // A blog may put a post without a category into its default one.
    (categories.length === 0 || sameSet(post.categoryIds, categories)) &&
    sameSet(
      post.tagIds,
      content.tags.map(({ id }) => id),
    ) &&
    post.featuredMediaId === (content.featuredMedia?.id ?? null)
  );
}

/** What we are about to write, for telling our own half-finished writing from somebody else's. */
export interface Ours {
  readonly content: RemoteContent;
  readonly status: RemoteStatus;
}

/**
 * Names of the fields that somebody changed on the blog since we last agreed. A field that already is as `ours` is to
 * make it is no change: a blog that broke down in the middle of our writing leaves such.
 */
export function changedSince(base: RemoteBase, post: RemotePost, ours?: Ours): string[] {
  const now = baseOf(post);
  const wanted = ours ? baseOfOurs(ours) : base;
  const differs = {
    // A scheduled post that has gone live by itself was not changed by anybody.
    status: (before: RemoteBase) =>
      before.status !== now.status && !(before.status === 'scheduled' && now.status === 'published'),
    title: (before: RemoteBase) => before.title !== now.title,
    text: (before: RemoteBase) => !sameText(before.content, now.content),
    excerpt: (before: RemoteBase) => !sameText(before.excerpt, now.excerpt),
    slug: (before: RemoteBase) => before.slug !== now.slug,
    categories: (before: RemoteBase) => !sameSet(before.categoryIds, now.categoryIds),
    tags: (before: RemoteBase) => !sameSet(before.tagIds, now.tagIds),
    'featured image': (before: RemoteBase) => before.featuredMediaId !== now.featuredMediaId,
  };
  return Object.entries(differs)
    .filter(([, isChanged]) => isChanged(base) && isChanged(wanted))
    .map(([name]) => name);
}

function baseOfOurs({ content, status }: Ours): RemoteBase {
  const { title, content: text, excerpt, slug, categories, tags, featuredMedia } = content;
  return {
    status,
    slug,
    title,
    content: text,
    excerpt,
    categoryIds: categories.map(({ id }) => id),
    tagIds: tags.map(({ id }) => id),
    featuredMediaId: featuredMedia?.id ?? null,
  };
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  // As sets: two names that were sent may be one term on the blog.
  return a.every((item) => b.includes(item)) && b.every((item) => a.includes(item));
}
