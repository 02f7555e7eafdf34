/** A post of the library as a review file. */
import type { Root } from 'hast';
import { CodedError } from '#shared/contract/errors.ts';
import type { AssetHash, PostDocument } from '#shared/document/post-document.ts';
import type { DocumentDiff } from '#shared/diff/document-diff.ts';
import { imagesIn } from '#shared/document/text.ts';
import { maxBundleLength } from '#shared/contract/limits.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { diffToHast } from '#shared/diff/diff-to-hast.ts';
import { diffTexts } from '#shared/diff/texts/diff-texts.ts';
import type { Library } from '../storage/library.ts';
import { picturesFor } from './bundle-pictures.ts';
import { makeBundle, type Bundle } from './make-bundle.ts';
import { placeholderOf } from './self-contained.ts';

/** Unchanged blocks that stay beside a change. */
const context = 1;

/** CodedErrors `post-not-found`, `revision-not-found` (another post's too), `revision-damaged`, `bundle-too-long`. */
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
  const diff = changesSincePublished(library, postId, document);
  const compared = diff ? changedPictures(diff) : [];
  const bundle = makeBundle({
    postId,
    revisionId,
    contentHash: revision.contentHash,
    document,
    pictures: await picturesFor(library, timesShown([...picturesOf(document), ...compared])),
    comparison: diff && comparisonOf(diff, new Set(compared), document.language),
    key: settings.reviewKey(),
    now,
  });
  // It must be taken in again, with comments.
  if (bundle.html.length > maxBundleLength / 2)
    throw new CodedError('bundle-too-long', 'The post is too long for a review file.', { postId });
  return bundle;
}

/** Every place where the document shows a picture of the library. */
function picturesOf({ body, featuredImage }: PostDocument): AssetHash[] {
  const shown = [featuredImage?.asset ?? null, ...imagesIn(body).map(({ asset }) => asset)];
  return shown.filter((asset) => asset !== null);
}

function timesShown(assets: readonly AssetHash[]): ReadonlyMap<AssetHash, number> {
  const times = new Map<AssetHash, number>();
  for (const asset of assets) times.set(asset, (times.get(asset) ?? 0) + 1);
  return times;
}

/** Against what readers of the blog see now; null when they see this, or nothing. */
function changesSincePublished(
  { remotePosts, revisions }: Library,
  postId: string,
  document: PostDocument,
): DocumentDiff | null {
  const published = remotePosts.lastPublishedRevision(postId);
  if (published === null) return null;
  const diff = diffDocuments(documentOf(revisions, published) ?? document, document);
  const isSame = diff.fields.length === 0 && diff.blocks.every(({ kind }) => kind === 'same');
  return isSame ? null : diff;
}

/** Pictures that came, went, moved or changed, as often as a comparison shows them. */
function changedPictures({ blocks, fields }: DocumentDiff): AssetHash[] {
  const inBlocks = blocks.flatMap((change) => {
    if (change.kind === 'same' || 'parts' in change) return [];
    const before = 'before' in change ? [change.before.block] : [];
    const after = 'after' in change ? [change.after.block] : [];
    return [...before, ...after].flatMap((block) => (block.type === 'image' ? [block.asset] : []));
  });
  const featured = fields.flatMap((field) =>
    field.field === 'featuredImage' ? [field.before?.asset ?? null, field.after?.asset ?? null] : [],
  );
  return [...inBlocks, ...featured].filter((asset) => asset !== null);
}

/** Pictures that stayed are seen in the text itself; here their alternative text stands for them. */
function comparisonOf(
  diff: DocumentDiff,
  pictures: ReadonlySet<AssetHash>,
  language: PostDocument['language'],
): Root {
  return diffToHast(diff, {
    layout: 'inline',
    context,
    pictureUrl: (asset) => (pictures.has(asset) ? placeholderOf(asset) : null),
    texts: diffTexts(language),
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
