/** What a comparison on paper begins with: on the screen, the bar and the pane beside it say so. */
import { useTranslation } from 'react-i18next';
import type { Revision } from '#shared/contract/history.ts';
import { versionLabel } from './version-label.ts';

interface PrintedTitleProps {
  readonly title: string;
  /** Null for the draft. */
  readonly before: Revision | null;
  readonly after: Revision | null;
}

export function PrintedTitle({ title, before, after }: PrintedTitleProps) {
  const { t, i18n } = useTranslation('history');
  const label = (revision: Revision | null) =>
    revision ? versionLabel(revision, t, i18n.language) : t('compare.draft');
  return (
    <header className="printed-title">
      <h1>{title || t('unnamedTitle')}</h1>
      <p>
        {label(before)} → {label(after)}
      </p>
    </header>
  );
}
