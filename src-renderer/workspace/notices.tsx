/** Short words about what just happened, or could not; with the way back where there is one. */
import { X } from 'lucide-react';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CodedError } from '#shared/contract/errors.ts';
import styles from './notices.module.css';
import { ask, backupsRequest } from './requests.ts';

interface Notice {
  readonly text: string;
  readonly isBad: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Notices {
  say(text: string, action?: Notice['action']): void;
  /** As `say`, of what went wrong without anybody asking: it stays until it was read. */
  warn(text: string, action?: Notice['action']): void;
  /** Runs something a person asked for; when it fails, says why in their language. Answers whether it went well. */
  attempt(work: () => Promise<unknown>): Promise<boolean>;
}

const NoticesContext = createContext<Notices | null>(null);
const shownMs = 8_000;

export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (!notices) throw new Error('NoticesProvider is missing above this component.');
  return notices;
}

export function NoticesProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['app', 'errors', 'backups']);
  const [notice, setNotice] = useState<Notice | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((next: Notice) => {
    clearTimeout(timer.current);
    setNotice(next);
    // What went wrong stays until it was read.
    if (!next.isBad) timer.current = setTimeout(() => setNotice(null), shownMs);
  }, []);

  const value = useMemo<Notices>(
    () => ({
      say: (text, action) => show({ text, isBad: false, ...(action ? { action } : {}) }),
      warn: (text, action) => show({ text, isBad: true, ...(action ? { action } : {}) }),
      async attempt(work) {
        try {
          await work();
          return true;
        } catch (error) {
          const code = error instanceof CodedError ? error.code : 'internal';
          const wayBack = { label: t('backups:open'), run: () => ask(backupsRequest) };
          show({
            text: t(`errors:${code}`),
            isBad: true,
            ...(code === 'library-damaged' ? { action: wayBack } : {}),
          });
          return false;
        }
      },
    }),
    [show, t],
  );

  return (
    <NoticesContext value={value}>
      {children}
      <div className={styles['notices']} aria-live="polite">
        {notice && (
          <div className={styles['notice']} data-bad={notice.isBad}>
            <p>{notice.text}</p>
            {notice.action && (
              <Button
                className={styles['action'] ?? ''}
                onPress={() => {
                  // What it has to say comes in this one's place.
                  setNotice(null);
                  notice.action?.run();
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <Button
              className={styles['close'] ?? ''}
              aria-label={t('dismiss')}
              onPress={() => setNotice(null)}
            >
              <X size={14} aria-hidden />
            </Button>
          </div>
        )}
      </div>
    </NoticesContext>
  );
}
