/** Answers for a post's timeline. */
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { thinningRules } from '../domain/thinning.ts';
import { recoverText } from '../history/recover-text.ts';
import { restoreRevision } from '../history/restore-revision.ts';
import type { ApplicationParts } from './application-parts.ts';
import { holdDraft, tellReplaced } from './replaced-draft.ts';

export function historyHandlers(parts: ApplicationParts): BrulionHandlers['history'] {
  const { library, holders, emit, device } = parts;
  const { revisions, posts, settings } = library;
  const author = () => settings.get().authorName;
  return {
    list: ({ postId, offset, limit }) => ({
      draftHash: posts.contentHash(postId),
      ...revisions.page(postId, offset, limit),
    }),
    open: ({ revisionId }) => ({
      revision: revisions.view(revisionId),
      document: revisions.document(revisionId),
    }),
    name({ postId, name, note }) {
      const { revisionId } = revisions.freeze({
        postId,
        cause: 'named',
        author: author(),
        device,
        name,
        note,
      });
      emit('history.changed', { postId });
      return revisions.view(revisionId);
    },
    rename({ revisionId, name, note }) {
      revisions.rename(revisionId, name, note);
      const revision = revisions.view(revisionId);
      emit('history.changed', { postId: revision.postId });
      return revision;
    },
    restore(request, { clientId }) {
      const { postId } = request;
      holdDraft(holders, postId, clientId);
      const restored = restoreRevision(library, { ...request, author: author(), device });
      tellReplaced(parts, postId, restored.draft.version);
      return restored;
    },
    recover({ postId, document }) {
      const recovered = recoverText(library, { postId, document, author: author(), device });
      if (recovered.isNewPost) emit('posts.changed', { postIds: [recovered.postId] });
      if (recovered.revisionId !== null) emit('history.changed', { postId });
      return recovered;
    },
    policy: () => ({ rules: [...thinningRules] }),
  };
}
