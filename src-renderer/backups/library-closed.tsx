/** Stands in the window's place when the library cannot be opened: what happened, what is safe, the way back. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LibraryState } from '#shared/contract/library.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { BackupList } from './backup-list.tsx';
import styles from './backups.module.css';

type Closed = Extract<LibraryState, { state: 'closed' }>;
/** What the text for `other` cannot tell. */
const told = ['library-damaged', 'library-newer', 'library-read-only', 'disk-full'] as const;

export function LibraryClosed({ closed }: { closed: Closed }) {
  const { t } = useTranslation('backups');
  const client = useClient();
  const { attempt } = useNotices();
  const [now, setNow] = useState(closed);
  const { data } = useQuery({ queryKey: ['backups'], queryFn: () => client.library.backups() });
  const why = told.find((code) => code === now.code) ?? 'other';
  const tryAgain = () =>
    void attempt(async () => {
      const state = await client.library.openAgain();
      if (state.state === 'closed') setNow(state);
    });
  return (
    <main className={styles['closed']}>
      <h1>{t(`closed.${why}.title`)}</h1>
      <p role="alert">{t(`closed.${why}.text`)}</p>
      <p className={styles['hint']}>
        {t('where')} <code>{now.folder}</code>
      </p>
      <Button className="button" onPress={tryAgain}>
        {t('again')}
      </Button>
      <h2>{t('title')}</h2>
      {data && <BackupList backups={data.backups} isDamaged={now.code === 'library-damaged'} />}
    </main>
  );
}
