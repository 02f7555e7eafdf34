/** Brings the words of a comment into sight, or says that they are gone. */
import { useTranslation } from 'react-i18next';
import type { Anchor } from '#shared/contract/review.ts';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useComparison } from '#renderer/history/comparison.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';

export function useShowWords(session: DraftSession): (anchor: Anchor) => void {
  const { t } = useTranslation('review');
  const { say } = useNotices();
  const { compared, compare } = useComparison();
  const show = (anchor: Anchor) => {
    if (!session.showWords(anchor)) say(t('comment.lost'));
  };
  return (anchor) => {
    if (compared === null) return show(anchor);
    // The text stands behind a comparison; it is there once that is closed.
    compare(null);
    return void requestAnimationFrame(() => show(anchor));
  };
}
