/** Makes a draft what a revision was, or what a person put together from it; nothing of what there is gets lost. */
import { CodedError } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import type { Draft } from '#shared/contract/posts.ts';
import type { Library } from '../storage/library.ts';

export interface RestoreRequest {
  readonly postId: string;
  readonly revisionId: string;
  readonly baseVersion: number;
  /** Null restores the whole revision. */
  readonly document: PostDocument | null;
  readonly author: string;
  readonly device: string;
}

export interface RestoredRevision {
  readonly draft: Draft;
  /** What the draft was: restoring it undoes this. */
  readonly before: string;
  readonly restored: string;
}

/** One transaction. CodedErrors `post-not-found`, `revision-not-found`, `revision-damaged`, `draft-conflict`. */
export function restoreRevision(library: Library, request: RestoreRequest): RestoredRevision {
  const { postId, revisionId, baseVersion, author, device } = request;
  const { revisions, posts } = library;
  return library.transaction(() => {
    if (revisions.view(revisionId).postId !== postId)
      throw new CodedError('revision-not-found', 'The revision is another post’s.', { revisionId });
    const document = request.document ?? revisions.document(revisionId);
    const before = revisions.freeze({ postId, cause: 'checkpoint', author, device }).revisionId;
    posts.saveDraft({ postId, baseVersion, document });
    const restored = revisions.freeze({ postId, cause: 'restored', author, device }).revisionId;
    return { draft: posts.draft(postId), before, restored };
  });
}
