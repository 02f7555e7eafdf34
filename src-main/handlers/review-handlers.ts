/** Answers for what editors say of a post. */
import { CodedError } from '#shared/contract/errors.ts';
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { exportBundle } from '../review-bundle/export-bundle.ts';
import { importBundle } from '../review-bundle/import-bundle.ts';
import type { ApplicationParts } from './application-parts.ts';

export function reviewHandlers({ library, emit, device }: ApplicationParts): BrulionHandlers['review'] {
  const { review, revisions, posts, settings } = library;
  const author = () => settings.get().authorName || device;
  function changed<T extends { readonly postId: string }>(what: T): T {
    emit('review.changed', { postId: what.postId });
    return what;
  }
  /** The revision that has the draft as it is. */
  const freeze = (postId: string) =>
    revisions.freeze({ postId, cause: 'checkpoint', author: author(), device });

  return {
    of({ postId }) {
      posts.contentHash(postId);
      return { comments: review.comments(postId), verdicts: review.verdicts(postId) };
    },
    comment({ postId, anchor, text, suggestion }) {
      if (text === '' && suggestion === null)
        throw new CodedError('bad-argument', 'A comment says or suggests something.');
      const comment = library.transaction(() => {
        const { revisionId } = freeze(postId);
        return review.add({ postId, revisionId, anchor, author: author(), text, suggestion });
      });
      emit('history.changed', { postId });
      return changed(comment);
    },
    reply: ({ commentId, text }) => changed(review.reply(commentId, author(), text)),
    resolve: ({ commentId, resolved, outcome }) =>
      changed(review.resolve(commentId, resolved ? author() : null, outcome)),
    remove({ commentId }) {
      changed({ postId: review.remove(commentId) });
      return null;
    },
    decide({ postId, revisionId, verdict, note }) {
      const decided = library.transaction(() => {
        const frozen = revisionId ?? freeze(postId).revisionId;
        const revision = revisions.view(frozen);
        if (revision.postId !== postId)
          throw new CodedError('revision-not-found', 'The revision is another post’s.', {
            revisionId: frozen,
          });
        return review.decide({
          postId,
          revisionId: frozen,
          contentHash: revision.contentHash,
          verdict,
          author: author(),
          note,
        });
      });
      emit('history.changed', { postId });
      emit('review.changed', { postId });
      return decided;
    },
    async exportBundle({ postId, revisionId }) {
      posts.contentHash(postId);
      const frozen = revisionId ?? freeze(postId).revisionId;
      if (revisionId === null) emit('history.changed', { postId });
      return exportBundle(library, { postId, revisionId: frozen }, new Date());
    },
    importBundle({ html }) {
      const outcome = importBundle(library, html, { author: author(), device, now: new Date() });
      emit('history.changed', { postId: outcome.postId });
      return changed(outcome);
    },
  };
}
