/** Comparing what the blog holds with what we sent, or with what it held when we last agreed. */
import type { RemoteContent, RemotePost } from '../connectors/connector.ts';
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

/** Names of the fields that somebody changed on the blog since we last agreed. */
export function changedSince(base: RemoteBase, post: RemotePost): string[] {
  const now = baseOf(post);
  const changed: string[] = [];
  // A scheduled post that has gone live by itself was not changed by anybody.
  if (base.status !== now.status && !(base.status === 'scheduled' && now.status === 'published'))
    changed.push('status');
  if (base.title !== now.title) changed.push('title');
  if (!sameText(base.content, now.content)) changed.push('text');
  if (!sameText(base.excerpt, now.excerpt)) changed.push('excerpt');
  if (base.slug !== now.slug) changed.push('slug');
  if (!sameSet(base.categoryIds, now.categoryIds)) changed.push('categories');
  if (!sameSet(base.tagIds, now.tagIds)) changed.push('tags');
  if (base.featuredMediaId !== now.featuredMediaId) changed.push('featured image');
  return changed;
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  // As sets: two names that were sent may be one term on the blog.
  return a.every((item) => b.includes(item)) && b.every((item) => a.includes(item));
}
