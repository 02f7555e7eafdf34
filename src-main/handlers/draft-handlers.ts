/** Answers for the editor's saving. */
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { CodedError } from '#shared/contract/errors.ts';
import type { ApplicationParts } from './application-parts.ts';

export function draftHandlers({
  library,
  holders,
  checkpoints,
  emit,
}: ApplicationParts): BrulionHandlers['drafts'] {
  return {
    open({ postId }, { clientId }) {
      const draft = library.posts.draft(postId);
      return { draft, holder: holders.hold(postId, clientId) };
    },
    takeOver({ postId }, { clientId }) {
      const draft = library.posts.draft(postId);
      const previous = holders.takeOver(postId, clientId);
      if (previous !== null) emit('drafts.held', { postId, holder: 'other' }, previous);
      return draft;
    },
    close({ postId }, { clientId }) {
      checkpoints.left(postId);
      if (holders.release(postId, clientId)) emit('drafts.held', { postId, holder: 'nobody' });
      return null;
    },
    save({ postId, baseVersion, document }, { clientId }) {
      if (holders.hold(postId, clientId) === 'other') {
        throw new CodedError('draft-conflict', 'Another window is writing in this draft.', { held: true });
      }
      checkpoints.saving(postId);
      const saved = library.posts.saveDraft({ postId, baseVersion, document });
      if (saved.version !== baseVersion) {
        checkpoints.saved(postId);
        emit('drafts.saved', { postId, version: saved.version });
        emit('posts.changed', { postIds: [postId] });
      }
      return saved;
    },
    keepCopy({ document }) {
      const draft = library.posts.create(document);
      emit('posts.changed', { postIds: [draft.postId] });
      return draft;
    },
  };
}
