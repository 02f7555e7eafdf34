/** Puts suggested words into the text; that can be undone, and what the text was stays a version. */
import { useTranslation } from 'react-i18next';
import type { Comment } from '#shared/contract/review.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useRestoreRevision } from '#renderer/history/use-restore-revision.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';

export function useAcceptSuggestion(session: DraftSession): (comment: Comment) => Promise<boolean> {
  const { t } = useTranslation('review');
  const client = useClient();
  const { attempt, say } = useNotices();
  const { undoTo } = useRestoreRevision(session);
  return ({ id: commentId }) =>
    attempt(async () => {
      await session.flush();
      const { before } = await client.review.accept({ commentId, baseVersion: session.version() });
      await session.takeOver();
      const undo = () =>
        undoTo(before, t('comment.acceptUndone'), () =>
          client.review.resolve({ commentId, resolved: false }),
        );
      say(t('comment.acceptedNotice'), { label: t('comment.undo'), run: undo });
    });
}
