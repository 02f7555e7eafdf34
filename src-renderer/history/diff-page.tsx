/** A comparison as the real document; changes are stepped through, and taken back one by one or all at once. */
import { useRef, type ReactNode } from 'react';
import { ChevronDown, ChevronUp, FileDown, Printer } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { CompareBar } from './compare-bar.tsx';
import type { DiffLayout } from './compare-view.tsx';
import type { Compared } from './comparison.tsx';
import { ComparedDates } from './compared-dates.tsx';
import './diff.css';
import { exportComparison } from './export-comparison.ts';
import { hastToReact } from './hast-view.tsx';
import styles from './history.module.css';
import { PrintedTitle } from './printed-title.tsx';
import type { ComparisonResult } from './use-comparison-result.ts';

import { useComparisonSelection } from './use-comparison-selection.ts';
import { useSteps } from './use-steps.ts';
import { useTakenChanges } from './use-taken-changes.ts';

interface DiffPageProps {
  readonly session: DraftSession;
  readonly compared: Compared;
  readonly result: ComparisonResult;
  readonly layout: DiffLayout;
  readonly onLayout: (layout: DiffLayout) => void;
}

export function DiffPage({ session, compared, result, layout, onLayout }: DiffPageProps) {
  const { t, i18n } = useTranslation('history');
  const { attempt } = useNotices();
  const page = useRef<HTMLDivElement>(null);
  const { tree, ids, summary } = result;
  const steps = useSteps(page, ids);
  useComparisonSelection(session, page, result.documents.after);
  const changes = useTakenChanges(session, compared, result);
  const { before, after } = result.revisions;
  const loaded = [before, after].filter((revision) => revision !== null);
  const isOver = changes?.way === 'over';
  const beside = (id: string): ReactNode =>
    changes && (
      <label key="take" className={styles['take']} title={t(isOver ? 'restore.takeAfter' : 'restore.take')}>
        <input
          type="checkbox"
          aria-label={t(isOver ? 'restore.takeAfter' : 'restore.take')}
          checked={changes.taken.has(id)}
          onChange={() => changes.toggle(id)}
        />
      </label>
    );
  return (
    <>
      <CompareBar session={session} compared={compared} loaded={loaded}>
        <Button className="button" onPress={() => onLayout(layout === 'columns' ? 'inline' : 'columns')}>
          {t(layout === 'columns' ? 'compare.inline' : 'compare.columns')}
        </Button>
        <Button
          className="icon-button"
          aria-label={t('compare.previous')}
          isDisabled={ids.length === 0}
          onPress={() => steps.go(-1)}
        >
          <ChevronUp size={18} aria-hidden />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('compare.next')}
          isDisabled={ids.length === 0}
          onPress={() => steps.go(1)}
        >
          <ChevronDown size={18} aria-hidden />
        </Button>
        <span className={styles['position']} role="status">
          {steps.at > 0 && `${t('compare.at', { at: steps.at, of: ids.length })} · `}
          {t('compare.summary', { added: summary.wordsAdded, removed: summary.wordsRemoved })}
        </span>
        {changes &&
          (changes.taken.size > 0 ? (
            <Button className="button" onPress={() => void changes.take()}>
              {t(isOver ? 'restore.chosenAfter' : 'restore.chosen', { count: changes.taken.size })}
            </Button>
          ) : (
            <Button className="button" onPress={() => void changes.takeAll()}>
              {t(isOver ? 'restore.wholeAfter' : 'restore.whole')}
            </Button>
          ))}
        <Button
          className="icon-button"
          aria-label={t('compare.export')}
          onPress={() => void attempt(() => exportComparison(result, layout, i18n.language, t))}
        >
          <FileDown size={18} aria-hidden />
        </Button>
        <Button className="icon-button" aria-label={t('compare.print')} onPress={() => window.print()}>
          <Printer size={18} aria-hidden />
        </Button>
      </CompareBar>
      <div ref={page} className={styles['page']}>
        <PrintedTitle title={result.documents.after.title} before={before} after={after} />
        <ComparedDates before={before} after={after} />
        {ids.length === 0 ? (
          <p className={styles['state']} role="status">
            {t(result.hasUnseen ? 'compare.sameSeen' : 'compare.same')}
          </p>
        ) : (
          <article className="diff">{hastToReact(tree, beside)}</article>
        )}
      </div>
    </>
  );
}
