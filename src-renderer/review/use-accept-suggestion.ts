/** Puts suggested words into the text; what the text was stays a version. */
import { useTranslation } from 'react-i18next';
import type { Comment } from '#shared/contract/review.ts';
import { applySuggestion } from '#shared/review/apply-suggestion.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';

export function useAcceptSuggestion(session: DraftSession) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { attempt, say } = useNotices();
  const { postId } = session;
  return ({ id: commentId, anchor, suggestion, revisionId }: Comment) =>
    attempt(async () => {
      await session.flush();
      const { draft } = await client.drafts.open({ postId });
      const document =
        anchor && suggestion !== null ? applySuggestion(draft.document, anchor, suggestion) : null;
      if (!document) {
        say(t('comment.gone'));
        return;
      }
      await client.history.restore({ postId, revisionId, baseVersion: draft.version, document });
      await session.takeOver();
      await client.review.resolve({ commentId, resolved: true, outcome: 'accepted' });
    });
}
