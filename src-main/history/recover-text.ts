/** Takes in what a window kept of a post because the library could not take it then: beside the draft, never over it. */
import type { PostDocument } from '#shared/document/post-document.ts';
import { contentHash } from '../storage/content-hash.ts';
import type { Library } from '../storage/library.ts';

export interface RecoverRequest {
  readonly postId: string;
  readonly document: PostDocument;
  readonly author: string;
  readonly device: string;
}

export interface RecoveredText {
  /** Another one where the post is gone. */
  readonly postId: string;
  /** Null when the text was there already, or is a new post. */
  readonly revisionId: string | null;
  readonly isNewPost: boolean;
}

/** One transaction. */
export function recoverText(library: Library, { postId, document, ...who }: RecoverRequest): RecoveredText {
  const { posts, revisions } = library;
  return library.transaction(() => {
    if (!posts.find(postId))
      return { postId: posts.create(document).postId, revisionId: null, isNewPost: true };
    const hash = contentHash(document);
    if (posts.contentHash(postId) === hash || revisions.has(postId, hash))
      return { postId, revisionId: null, isNewPost: false };
    const { revisionId } = revisions.freeze({ postId, cause: 'recovered', document, ...who });
    return { postId, revisionId, isNewPost: false };
  });
}
