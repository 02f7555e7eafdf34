/** Puts the words that a comment suggests into the draft, and resolves it. */
import { CodedError } from '#shared/contract/errors.ts';
import type { Comment } from '#shared/contract/review.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { blocksOf } from '#shared/document/serialized.ts';
import { applySuggestion } from '#shared/review/apply-suggestion.ts';
import { blockText } from '#shared/review/block-text.ts';
import { followWords, type WordsPlace } from '#shared/review/follow-words.ts';
import { locateAnchor } from '#shared/review/locate-anchor.ts';
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
    const comment = review.comment(commentId);
    const { postId, suggestion, resolvedAt } = comment;
    const { document } = posts.draft(postId);
    const place = suggestion !== null && resolvedAt === null ? placeNow(library, comment, document) : null;
    const changed = place && applySuggestion(document, place, suggestion ?? '');
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

/** Where the very words are that it was made on; null when they are others by now, or cannot be told. */
function placeNow(
  { revisions }: Library,
  { anchor, revisionId }: Comment,
  draft: PostDocument,
): WordsPlace | null {
  if (!anchor || anchor.exact === '') return null;
  const madeOn = readable(() => revisions.document(revisionId));
  if (!madeOn) return null;
  const block = blocksOf(madeOn.body)[anchor.block];
  const isThere = block && blockText(block).slice(anchor.start, anchor.end) === anchor.exact;
  // A comment from a file whose own version is gone was made on another text than this.
  const place = isThere ? anchor : locateAnchor(madeOn.body, anchor);
  if (!place || ('isReworded' in place && place.isReworded)) return null;
  return followWords(madeOn, draft, place);
}

function readable(read: () => PostDocument): PostDocument | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof CodedError && error.code === 'revision-damaged') return null;
    throw error;
  }
}
