/** Keeps a fault in one part of the window from taking the others along. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ErrorBoundary } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

export function CrashGuard({ children, resetKeys }: { children: ReactNode; resetKeys?: unknown[] }) {
  const { t } = useTranslation();
  return (
    <ErrorBoundary
      {...(resetKeys ? { resetKeys } : {})}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <div className={styles['empty']} role="alert">
          <h2>{t('crash.title')}</h2>
          <p>{t('crash.hint')}</p>
          <details>
            <summary>{t('crash.details')}</summary>
            <pre>{error instanceof Error ? error.message : String(error)}</pre>
          </details>
          <Button className="button" onPress={resetErrorBoundary}>
            {t('crash.again')}
          </Button>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
