/** A comparison as the real document; each change can be chosen where one of the versions is the draft. */
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ComparedDates } from './compared-dates.tsx';
import './diff.css';
import { hastToReact } from './hast-view.tsx';
import styles from './history.module.css';
import { PrintedTitle } from './printed-title.tsx';
import type { ComparisonResult } from './use-comparison-result.ts';
import type { TakenChanges } from './use-taken-changes.ts';

interface DiffPageProps {
  readonly page: RefObject<HTMLDivElement | null>;
  readonly result: ComparisonResult;
  /** Null where nothing can be taken. */
  readonly changes: TakenChanges | null;
}

export function DiffPage({ page, result, changes }: DiffPageProps) {
  const { t } = useTranslation('history');
  const { tree, ids, revisions, documents, hasUnseen } = result;
  const take = t(changes?.way === 'over' ? 'restore.takeAfter' : 'restore.take');
  const beside = (id: string): ReactNode =>
    changes && (
      <label key="take" className={styles['take']} title={take}>
        <input
          type="checkbox"
          aria-label={take}
          checked={changes.taken.has(id)}
          onChange={() => changes.toggle(id)}
        />
      </label>
    );
  return (
    <div ref={page} className={styles['page']}>
      <PrintedTitle title={documents.after.title} {...revisions} />
      <ComparedDates {...revisions} />
      {ids.length === 0 ? (
        <p className={styles['state']} role="status">
          {t(hasUnseen ? 'compare.sameSeen' : 'compare.same')}
        </p>
      ) : (
        <article className="diff">{hastToReact(tree, beside)}</article>
      )}
    </div>
  );
}
