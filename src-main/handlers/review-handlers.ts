/** Answers for what editors say of a post. */
import { CodedError } from '#shared/contract/errors.ts';
import type { Revision, RevisionCause } from '#shared/contract/history.ts';
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { acceptSuggestion } from '../history/accept-suggestion.ts';
import { exportBundle } from '../review-bundle/export-bundle.ts';
import { importBundle } from '../review-bundle/import-bundle.ts';
import type { ApplicationParts } from './application-parts.ts';
import { holdDraft, tellReplaced } from './replaced-draft.ts';

export function reviewHandlers(parts: ApplicationParts): BrulionHandlers['review'] {
  const { library, holders, emit, device } = parts;
  const { review, revisions, posts, settings } = library;
  const author = () => settings.get().authorName || device;
  function changed<T extends { readonly postId: string }>(what: T): T {
    emit('review.changed', { postId: what.postId });
    return what;
  }
  /** The revision that has the draft as it is. */
  const freeze = (postId: string, cause: RevisionCause = 'checkpoint') =>
    revisions.freeze({ postId, cause, author: author(), device });
  /** CodedError `revision-not-found`, for another post's too. */
  function ownRevision(postId: string, revisionId: string): Revision {
    const revision = revisions.view(revisionId);
    if (revision.postId !== postId)
      throw new CodedError('revision-not-found', 'The revision is another post’s.', { revisionId });
    return revision;
  }

  return {
    of({ postId }) {
      posts.contentHash(postId);
      return { comments: review.comments(postId), verdicts: review.verdicts(postId) };
    },
    comment({ postId, revisionId: on, anchor, text, suggestion }) {
      if (text === '' && suggestion === null)
        throw new CodedError('bad-argument', 'A comment says or suggests something.');
      const comment = library.transaction(() => {
        const revisionId = on === null ? freeze(postId).revisionId : ownRevision(postId, on).id;
        return review.add({ postId, revisionId, anchor, author: author(), text, suggestion });
      });
      emit('history.changed', { postId });
      return changed(comment);
    },
    reply: ({ commentId, text }) => changed(review.reply(commentId, author(), text)),
    resolve: ({ commentId, resolved, outcome }) =>
      changed(review.resolve(commentId, resolved ? author() : null, outcome)),
    accept({ commentId, baseVersion }, { clientId }) {
      const { postId } = review.comment(commentId);
      holdDraft(holders, postId, clientId);
      const accepted = acceptSuggestion(library, { commentId, baseVersion, author: author(), device });
      tellReplaced(parts, postId, accepted.draft.version);
      emit('review.changed', { postId });
      return accepted;
    },
    remove({ commentId }) {
      changed({ postId: review.remove(commentId) });
      return null;
    },
    decide({ postId, revisionId, draftVersion, verdict, note }) {
      const decided = library.transaction(() => {
        if (draftVersion !== null && posts.draft(postId).version !== draftVersion)
          throw new CodedError('draft-conflict', 'The draft was saved elsewhere meanwhile.', { postId });
        const revision = ownRevision(postId, revisionId ?? freeze(postId).revisionId);
        return review.decide({
          postId,
          revisionId: revision.id,
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
      const frozen = revisionId ?? freeze(postId, 'sent').revisionId;
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
