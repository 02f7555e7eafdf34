/** One version in the timeline: what it is, when and by whom, and what can be done with it. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Revision } from '#shared/contract/history.ts';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { draftVersion, useComparison } from './comparison.tsx';
import styles from './history.module.css';
import { useRestoreRevision } from './use-restore-revision.ts';
import { momentOf } from './version-label.ts';

interface RevisionRowProps {
  readonly session: DraftSession;
  readonly revision: Revision;
  /** The version before it; null for the first. */
  readonly previousId: string | null;
  readonly isDraft: boolean;
  readonly onName: () => void;
}

export function RevisionRow({ session, revision, previousId, isDraft, onName }: RevisionRowProps) {
  const { t, i18n } = useTranslation('history');
  const { compared, compare } = useComparison();
  const { restore } = useRestoreRevision(session);
  const { id, name, cause, note, author, device, createdAt, wordCount, isDamaged, onBlogs } = revision;
  const { openComments, verdict } = revision;
  const isCompared = compared?.before === id || compared?.after === id;
  return (
    <li className={styles['revision']} data-cause={cause} data-compared={isCompared}>
      <div className={styles['facts']}>
        <strong>{name || t(`cause.${cause}`)}</strong>
        <time dateTime={createdAt}>{momentOf(createdAt, i18n.language)}</time>
        <small>
          {author !== '' && <span>{t('by', { author, device })}</span>}
          <span>{t('words', { count: wordCount })}</span>
          {isDraft && <span>{t('isDraft')}</span>}
          {onBlogs.length > 0 && <span className={styles['onBlog']}>{t('onBlog')}</span>}
          {verdict !== null && <span data-verdict={verdict}>{t(`verdict.${verdict}`)}</span>}
          {openComments > 0 && <span>{t('openComments', { count: openComments })}</span>}
          {isDamaged && <span className={styles['damaged']}>{t('damaged')}</span>}
        </small>
        {note !== '' && <p className={styles['note']}>{note}</p>}
      </div>
      <div className={styles['actions']}>
        {!isDamaged && (
          <Button className="link-button" onPress={() => compare({ before: id, after: draftVersion })}>
            {t('compare.open')}
          </Button>
        )}
        {!isDamaged && previousId !== null && (
          <Button className="link-button" onPress={() => compare({ before: previousId, after: id })}>
            {t('compare.withPrevious')}
          </Button>
        )}
        <Button className="link-button" onPress={onName}>
          {t('name.rename')}
        </Button>
        {!isDamaged && !isDraft && (
          <Button className="link-button" onPress={() => void restore(id)}>
            {t('restore.row')}
          </Button>
        )}
      </div>
    </li>
  );
}
