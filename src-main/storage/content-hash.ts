/** Names a document by what is in it, so that unchanged can be told from changed. */
import { createHash } from 'node:crypto';
import type { PostDocument } from '#shared/document/post-document.ts';

/** SHA-256 of the document's JSON with its fields in one fixed order, lower-case hex. */
export function contentHash(
  document: PostDocument,
  bodyJson: string = JSON.stringify(document.body),
): string {
  return createHash('sha256')
    .update(fieldsJson(document))
    .update('\0')
    .update(document.title)
    .update('\0')
    .update(bodyJson)
    .digest('hex');
}

/** Everything of a document but title and body, as it is stored. */
export function fieldsJson({
  excerpt,
  slug,
  categories,
  tags,
  featuredImage,
  language,
}: PostDocument): string {
  const image = featuredImage && { asset: featuredImage.asset, alt: featuredImage.alt };
  return JSON.stringify({ excerpt, slug, categories, tags, featuredImage: image, language });
}
