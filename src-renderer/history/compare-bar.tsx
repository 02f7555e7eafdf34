/** Over a comparison: which versions, and the way back to writing. What else there is to do comes as children. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Revision } from '#shared/contract/history.ts';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { draftVersion, useComparison, type Compared } from './comparison.tsx';
import styles from './history.module.css';
import { useTimeline } from './use-timeline.ts';
import { versionLabel } from './version-label.ts';

interface CompareBarProps {
  readonly session: DraftSession;
  readonly compared: Compared;
  /** The compared revisions, as far as they are known already. */
  readonly loaded?: readonly Revision[];
  readonly children?: ReactNode;
}

export function CompareBar({ session, compared, loaded = [], children }: CompareBarProps) {
  const { t, i18n } = useTranslation('history');
  const { compare } = useComparison();
  const timeline = useTimeline(session.postId)?.revisions ?? [];
  // A compared version may be older than what the timeline has shown so far.
  const older = loaded.filter((revision) => !timeline.some(({ id }) => id === revision.id));
  const revisions = [...timeline, ...older];
  const choice = (side: keyof Compared) => (
    <label>
      {t(`compare.${side}`)}
      <select
        value={compared[side]}
        onChange={({ target }) => compare({ ...compared, [side]: target.value })}
      >
        <option value={draftVersion}>{t('compare.draft')}</option>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.id} disabled={revision.isDamaged}>
            {versionLabel(revision, t, i18n.language)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('compare.title')}>
      <div className={styles['choices']}>
        {choice('before')}
        {choice('after')}
      </div>
      <Button className="icon-button" aria-label={t('compare.close')} onPress={() => compare(null)}>
        <X size={18} aria-hidden />
      </Button>
      {children && <div className={styles['deeds']}>{children}</div>}
    </div>
  );
}
