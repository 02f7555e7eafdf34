/** Puts the words that a comment suggests into the draft, and resolves it. */
import { CodedError } from '#shared/contract/errors.ts';
import { applySuggestion } from '#shared/review/apply-suggestion.ts';
import type { Library } from '../storage/library.ts';
import { replaceDraft, type ReplacedDraft } from './replace-draft.ts';

export interface AcceptRequest {
  readonly commentId: string;
  readonly baseVersion: number;
  readonly author: string;
  readonly device: string;
}

/**
 * One transaction. CodedErrors `comment-not-found`, `draft-conflict`, and `suggestion-outdated` when it is resolved already or
 * its words are gone or others by now: nothing is changed.
 */
export function acceptSuggestion(
  library: Library,
  { commentId, baseVersion, author, device }: AcceptRequest,
): ReplacedDraft {
  const { review, posts } = library;
  return library.transaction(() => {
    const { postId, anchor, suggestion, resolvedAt } = review.comment(commentId);
    const { document } = posts.draft(postId);
    const changed =
      anchor && suggestion !== null && resolvedAt === null
        ? applySuggestion(document, anchor, suggestion)
        : null;
    if (!changed)
      throw new CodedError('suggestion-outdated', 'There are no such words to replace.', { commentId });
    const replaced = replaceDraft(library, {
      postId,
      baseVersion,
      document: changed,
      cause: 'accepted',
      author,
      device,
    });
    review.resolve(commentId, author, 'accepted');
    return replaced;
  });
}
