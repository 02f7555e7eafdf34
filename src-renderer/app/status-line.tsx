/** The quiet line: whether the text is saved, how long it is, and the queue. */
import { CloudOff } from 'lucide-react';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import { displayLocale } from '#renderer/i18n/i18n.ts';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useStore } from '#renderer/editor/saving/store.ts';
import styles from './status-line.module.css';

export function StatusLine({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useDraft();
  const isOnline = useOnline();
  return (
    <footer className={styles['line']}>
      <output className={styles['status']} aria-label={t('status.label')} aria-live="polite">
        {session && <SaveStatus session={session} />}
      </output>
      {session && <Counts session={session} />}
      <span className="grow" />
      {!isOnline && (
        <span className={styles['offline']}>
          <CloudOff size={14} aria-hidden /> {t('status.offline')}
        </span>
      )}
      {children}
    </footer>
  );
}

function SaveStatus({ session }: { session: DraftSession }) {
  const { t, i18n } = useTranslation(['app', 'errors']);
  const { state, savedAt, reason } = useStore(session.status);
  const readOnly = useStore(session.readOnly);
  const clock = useMemo(
    () =>
      new Intl.DateTimeFormat(displayLocale(i18n.language), {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      }),
    [i18n.language],
  );
  const time = savedAt ? clock.format(new Date(savedAt)) : '';
  if (readOnly !== null) return <span>{t('status.readOnly')}</span>;
  const why = reason ? t(`errors:${reason}`) : '';
  const isBad = state === 'failed' || state === 'disconnected' || state === 'held-elsewhere';
  return (
    <span className={styles[isBad ? 'bad' : 'calm']} data-state={state}>
      {t(`status.${state}`, { time, why })}
    </span>
  );
}

function Counts({ session }: { session: DraftSession }) {
  const { t } = useTranslation();
  const { words, minutes } = useStore(session.counts);
  return (
    <span className={styles['counts']}>
      {t('status.words', { count: words })} · {t('status.minutes', { count: minutes })}
    </span>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}
