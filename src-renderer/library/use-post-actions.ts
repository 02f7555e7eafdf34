/** Duplicate, trash and back. The trash asks nothing, for it can be undone. */
import { useTranslation } from 'react-i18next';
import type { PostSummary } from '#shared/contract/posts.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { plainText } from './marked.tsx';

export function usePostActions() {
  const { t } = useTranslation('library');
  const client = useClient();
  const { attempt, say } = useNotices();
  const { postId: openId, openPost } = useWorkspace();
  const undelete = (postId: string) => void attempt(() => client.posts.undelete({ postId }));

  return {
    undelete,
    duplicate: (postId: string) =>
      void attempt(async () => {
        const copy = await client.posts.duplicate({ postId });
        openPost(copy.postId);
      }),
    trash: (post: PostSummary) =>
      void attempt(async () => {
        await client.posts.trash({ postId: post.id });
        if (openId === post.id) openPost(null);
        const title = plainText(post.title) || t('untitled');
        say(t('trashed', { title }), { label: t('undo'), run: () => undelete(post.id) });
      }),
    deleteForever: (postId: string) =>
      void attempt(async () => {
        if (openId === postId) openPost(null);
        await client.posts.deleteForever({ postId });
        say(t('deleted'));
      }),
  };
}
