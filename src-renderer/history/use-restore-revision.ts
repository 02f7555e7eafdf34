/** Going back to a version, whole or in parts, and taking that back. */
import { useTranslation } from 'react-i18next';
import type { PostDocument } from '#shared/document/post-document.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';

export interface RestoreRevision {
  /**
   * Restores, says so, and offers to undo it; answers whether it went well. `document` makes what a person put together from
   * the revision; without it the whole revision comes back.
   */
  restore(revisionId: string, document?: () => Promise<PostDocument>): Promise<boolean>;
  /** Restores without a word. Resolves with the revision of what was there before; rejects with the CodedError. */
  restoreTo(revisionId: string, document: PostDocument | null): Promise<string>;
}

export function useRestoreRevision(session: DraftSession): RestoreRevision {
  const { t } = useTranslation('history');
  const client = useClient();
  const { attempt, say } = useNotices();
  const { postId } = session;

  async function restoreTo(revisionId: string, document: PostDocument | null): Promise<string> {
    await session.flush();
    const { before } = await client.history.restore({
      postId,
      revisionId,
      baseVersion: session.version(),
      document,
    });
    await session.takeOver();
    return before;
  }

  return {
    restoreTo,
    restore: (revisionId, document) =>
      attempt(async () => {
        const before = await restoreTo(revisionId, document ? await document() : null);
        const undo = () =>
          void attempt(async () => {
            await restoreTo(before, null);
            say(t('restore.undone'));
          });
        say(t('restore.done'), { label: t('restore.undo'), run: undo });
      }),
  };
}
