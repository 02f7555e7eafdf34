/** The backups there are, and going back to one of them: the first press asks, the second does it. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/library.ts';
import { displayLocale } from '#renderer/i18n/i18n.ts';
import styles from './backups.module.css';
import { useRestore } from './use-restore.ts';

interface BackupListProps {
  readonly backups: readonly Backup[];
  /** What is there becomes a backup when it is sound, and is kept aside when it is damaged. */
  readonly isDamaged: boolean;
}

export function BackupList({ backups, isDamaged }: BackupListProps) {
  const { t } = useTranslation('backups');
  const [chosen, setChosen] = useState<string | null>(null);
  const { restore, isRestoring } = useRestore();
  if (backups.length === 0) return <p className={styles['none']}>{t('none')}</p>;
  return (
    <ul className={styles['list']} aria-label={t('title')}>
      {backups.map((backup) => (
        <li key={backup.name} className={styles['backup']}>
          <BackupFacts backup={backup} />
          {chosen === backup.name ? (
            <Confirmation
              backup={backup}
              hint={t(isDamaged ? 'sureDamagedHint' : 'sureHint')}
              isRestoring={isRestoring}
              onRestore={() => void restore(backup)}
              onCancel={() => setChosen(null)}
            />
          ) : (
            <RestoreButton backup={backup} isDisabled={isRestoring} onPress={() => setChosen(backup.name)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function BackupFacts({ backup: { madeAt, reason, posts, bytes } }: { backup: Backup }) {
  const { t, i18n } = useTranslation('backups');
  const size = new Intl.NumberFormat(displayLocale(i18n.language), {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);
  return (
    <div>
      <strong>{useMoment(madeAt)}</strong>
      <small>
        {t(`reason.${reason}`)} · {posts === null ? t('unreadable') : t('posts', { count: posts })} · {size}
      </small>
    </div>
  );
}

interface RestoreButtonProps {
  readonly backup: Backup;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

function RestoreButton({ backup: { madeAt, posts }, isDisabled, onPress }: RestoreButtonProps) {
  const { t } = useTranslation('backups');
  return (
    <Button
      className="link-button"
      aria-label={t('restoreLabel', { date: useMoment(madeAt) })}
      isDisabled={isDisabled || posts === null}
      onPress={onPress}
    >
      {t('restore')}
    </Button>
  );
}

interface ConfirmationProps {
  readonly backup: Backup;
  readonly hint: string;
  readonly isRestoring: boolean;
  readonly onRestore: () => void;
  readonly onCancel: () => void;
}

function Confirmation({ backup, hint, isRestoring, onRestore, onCancel }: ConfirmationProps) {
  const { t } = useTranslation('backups');
  const question = t('sure', { date: useMoment(backup.madeAt) });
  return (
    <div className={styles['sure']} role="group" aria-label={question}>
      <p>
        <strong>{question}</strong> {hint}
      </p>
      <Button className="button" isDisabled={isRestoring} onPress={onCancel} autoFocus>
        {t('cancel')}
      </Button>
      <Button className="button button-danger" isPending={isRestoring} onPress={onRestore}>
        {t(isRestoring ? 'restoring' : 'restore')}
      </Button>
    </div>
  );
}

function useMoment(iso: string): string {
  const { i18n } = useTranslation();
  return new Intl.DateTimeFormat(displayLocale(i18n.language), {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso));
}
