/** Puts another document in a draft's place, with what was there and what is there now on the timeline. */
import type { RevisionCause } from '#shared/contract/history.ts';
import type { Draft } from '#shared/contract/posts.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import type { Library } from '../storage/library.ts';

export interface ReplaceDraftRequest {
  readonly postId: string;
  /** The draft's version as it was seen. */
  readonly baseVersion: number;
  readonly document: PostDocument;
  /** Why. */
  readonly cause: RevisionCause;
  readonly author: string;
  readonly device: string;
}

export interface ReplacedDraft {
  readonly draft: Draft;
  /** The revision of what the draft was: restoring it undoes this. */
  readonly before: string;
  /** The revision of what it is now. */
  readonly after: string;
}

/** All or nothing. CodedErrors `post-not-found`, `draft-conflict`. */
export function replaceDraft(library: Library, request: ReplaceDraftRequest): ReplacedDraft {
  const { postId, baseVersion, document, cause, author, device } = request;
  const { revisions, posts } = library;
  return library.transaction(() => {
    const before = revisions.freeze({ postId, cause: 'checkpoint', author, device }).revisionId;
    posts.saveDraft({ postId, baseVersion, document });
    const after = revisions.freeze({ postId, cause, author, device }).revisionId;
    return { draft: posts.draft(postId), before, after };
  });
}
