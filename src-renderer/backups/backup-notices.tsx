/** Tells of backups that could not be made, and of one that was just restored. */
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { displayLocale } from '#renderer/i18n/i18n.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { backupsRequest, onRequest } from '#renderer/workspace/requests.ts';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { takeRestored } from './use-restore.ts';

export function BackupNotices() {
  const { t, i18n } = useTranslation(['backups', 'errors']);
  const client = useClient();
  const { say, warn } = useNotices();
  const { openDialog } = useWorkspace();

  const onFailure = useEffectEvent((code: ErrorCode) => {
    const text =
      code === 'library-damaged' ? t('noticeDamaged') : t('noticeFailed', { why: t(`errors:${code}`) });
    warn(text, { label: t('open'), run: () => openDialog('backups') });
  });
  const tellRestored = useEffectEvent(() => {
    const madeAt = takeRestored();
    if (madeAt === null) return;
    const date = new Intl.DateTimeFormat(displayLocale(i18n.language), {
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(new Date(madeAt));
    say(t('restored', { date }), { label: t('open'), run: () => openDialog('backups') });
  });
  useEffect(() => client.library.backupFailed(({ code }) => onFailure(code)), [client]);
  useEffect(() => tellRestored(), []);
  useEffect(() => onRequest(backupsRequest, () => openDialog('backups')), [openDialog]);
  return null;
}
