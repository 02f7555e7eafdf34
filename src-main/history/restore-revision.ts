/** Makes a draft what a revision was, or what a person put together from it; nothing of what there is gets lost. */
import { CodedError } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import type { Library } from '../storage/library.ts';
import { replaceDraft, type ReplacedDraft } from './replace-draft.ts';

export interface RestoreRequest {
  readonly postId: string;
  readonly revisionId: string;
  readonly baseVersion: number;
  /** Null restores the whole revision. */
  readonly document: PostDocument | null;
  readonly author: string;
  readonly device: string;
}

/** One transaction. CodedErrors `post-not-found`, `revision-not-found`, `revision-damaged`, `draft-conflict`. */
export function restoreRevision(library: Library, request: RestoreRequest): ReplacedDraft {
  const { postId, revisionId } = request;
  const { revisions } = library;
  // Read before the transaction: what is found damaged stays noted when the restore fails.
  const document = request.document ?? revisions.document(revisionId);
  return library.transaction(() => {
    if (revisions.view(revisionId).postId !== postId)
      throw new CodedError('revision-not-found', 'The revision is another post’s.', { revisionId });
    return replaceDraft(library, { ...request, document, cause: 'restored' });
  });
}
