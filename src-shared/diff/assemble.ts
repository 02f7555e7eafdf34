/** A document put together from parts of two. */
import type { BlockJson } from '../document/serialized.ts';
import type { PostDocument } from '../document/post-document.ts';

/** A document with the frame (the order of its keys, the root's attributes) of one, the fields of another, and these blocks. */
export function assemble(
  frame: PostDocument,
  fields: PostDocument,
  blocks: readonly BlockJson[],
): PostDocument {
  const root = { ...frame.body.root, children: blocks };
  const body = { ...frame.body, root } as unknown as PostDocument['body'];
  return {
    ...frame,
    title: fields.title,
    excerpt: fields.excerpt,
    slug: fields.slug,
    categories: fields.categories,
    tags: fields.tags,
    featuredImage: fields.featuredImage,
    language: fields.language,
    body,
  };
}
