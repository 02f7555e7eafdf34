/** Answers for the library pane. */
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import type { ApplicationParts } from './application-parts.ts';

export function postHandlers({ library, emit }: ApplicationParts): BrulionHandlers['posts'] {
  const changed = (postId: string) => emit('posts.changed', { postIds: [postId] });
  return {
    list: (request) => library.posts.list(request),
    facets: () => library.posts.facets(),
    create({ language }) {
      const draft = library.posts.create(emptyDocument(language));
      changed(draft.postId);
      return draft;
    },
    duplicate({ postId }) {
      const draft = library.posts.duplicate(postId);
      changed(draft.postId);
      return draft;
    },
    trash({ postId }) {
      library.posts.trash(postId);
      changed(postId);
      return null;
    },
    undelete({ postId }) {
      library.posts.undelete(postId);
      changed(postId);
      return null;
    },
    deleteForever({ postId }) {
      library.posts.deleteForever(postId);
      changed(postId);
      return null;
    },
    remotes: ({ postId }) => library.remotePosts.views(postId),
  };
}
