/** Tells of texts that a window before this one could not save, and shows what they would change before anything is restored. */
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { openCrashJournal } from '#renderer/editor/saving/crash-journal.ts';
import { recoverUnsaved, type RecoveredText } from '#renderer/editor/saving/recover-unsaved.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { draftVersion, useComparison } from './comparison.tsx';
import { momentOf } from './version-label.ts';

/** While the library cannot take them, ms. */
const retryMs = 5_000;

export function RecoveredTexts() {
  const { t, i18n } = useTranslation('history');
  const client = useClient();
  const { warn } = useNotices();
  const { openPost } = useWorkspace();
  const { compareIn } = useComparison();

  const tell = useEffectEvent(({ postId, revisionId, writtenAt }: RecoveredText) => {
    const date = momentOf(writtenAt, i18n.language);
    if (revisionId === null) {
      warn(t('recovered.newPost', { date }), { label: t('recovered.open'), run: () => openPost(postId) });
      return;
    }
    const show = () => {
      openPost(postId);
      compareIn(postId, { before: draftVersion, after: revisionId });
    };
    warn(t('recovered.told', { date }), { label: t('recovered.show'), run: show });
  });
  const tellWaiting = useEffectEvent((since: string) =>
    warn(t('recovered.waiting', { date: momentOf(since, i18n.language) })),
  );

  useEffect(() => {
    const journal = openCrashJournal();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasEnded = false;
    async function recover(isFirst: boolean): Promise<void> {
      const { recovered, waitingSince } = await recoverUnsaved(client, journal);
      if (hasEnded) return;
      for (const text of recovered) tell(text);
      if (waitingSince === null) return;
      if (isFirst) tellWaiting(waitingSince);
      timer = setTimeout(() => void recover(false), retryMs);
    }
    void recover(true);
    return () => {
      hasEnded = true;
      clearTimeout(timer);
    };
  }, [client]);
  return null;
}
