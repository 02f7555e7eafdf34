/** Backups of the open library: which there are, making one, going back to one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { BackupList } from './backup-list.tsx';
import styles from './backups.module.css';

export function BackupsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['backups', 'errors']);
  const client = useClient();
  const queries = useQueryClient();
  const { attempt, say } = useNotices();
  const [isMaking, setMaking] = useState(false);
  const { data } = useQuery({
    queryKey: ['backups'],
    queryFn: () => client.library.backups(),
    // Made by the day, so what was asked earlier may be old.
    staleTime: 0,
  });
  async function backUp(): Promise<void> {
    setMaking(true);
    if (await attempt(() => client.library.backUp())) say(t('made'));
    await queries.invalidateQueries({ queryKey: ['backups'] });
    setMaking(false);
  }
  return (
    <DialogFrame title={t('title')} onClose={onClose}>
      <p className={styles['hint']}>{t('hint')}</p>
      {data?.failure && (
        <p className={styles['failure']} role="alert">
          {t('failed', { why: t(`errors:${data.failure}`) })}
        </p>
      )}
      {data && <BackupList backups={data.backups} isDamaged={false} />}
      <div className="dialog-actions">
        <Button className="button" isPending={isMaking} onPress={() => void backUp()}>
          {t('now')}
        </Button>
        <Button className="button" slot="close">
          {t('close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
