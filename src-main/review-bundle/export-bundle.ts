/** A post of the library as a review file. */
import { CodedError } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { assetsIn } from '#shared/document/text.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { diffToHast } from '#shared/diff/diff-to-hast.ts';
import { diffTexts } from '#shared/diff/texts/diff-texts.ts';
import type { Library } from '../storage/library.ts';
import { picturesFor } from './bundle-pictures.ts';
import { makeBundle, type Bundle } from './make-bundle.ts';
import { placeholderOf } from './self-contained.ts';

/** Unchanged blocks that stay beside a change. */
const context = 1;

/** CodedErrors `post-not-found`, `revision-not-found` (another post's too), `revision-damaged`. */
export async function exportBundle(
  library: Library,
  { postId, revisionId }: { readonly postId: string; readonly revisionId: string },
  now: Date,
): Promise<Bundle> {
  const { revisions, settings } = library;
  const revision = revisions.view(revisionId);
  if (revision.postId !== postId)
    throw new CodedError('revision-not-found', 'The revision is another post’s.', { revisionId });
  const document = revisions.document(revisionId);
  return makeBundle({
    postId,
    revisionId,
    contentHash: revision.contentHash,
    document,
    pictures: await picturesFor(library, assetsIn(document)),
    comparison: comparisonOf(library, postId, document),
    key: settings.reviewKey(),
    now,
  });
}

/** With what readers of the blog see now; null when they see this, or nothing. */
function comparisonOf({ remotePosts, revisions }: Library, postId: string, document: PostDocument) {
  const published = remotePosts.lastPublishedRevision(postId);
  if (published === null) return null;
  const diff = diffDocuments(documentOf(revisions, published) ?? document, document);
  const isSame = diff.fields.length === 0 && diff.blocks.every(({ kind }) => kind === 'same');
  if (isSame) return null;
  return diffToHast(diff, {
    layout: 'inline',
    context,
    pictureUrl: placeholderOf,
    texts: diffTexts(document.language),
  });
}

/** A damaged revision is no reason not to ask for a review. */
function documentOf(revisions: Library['revisions'], revisionId: string): PostDocument | null {
  try {
    return revisions.document(revisionId);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'revision-damaged') return null;
    throw error;
  }
}
