/** What can be done with a comparison: stepped through, taken over, kept. */
import { ChevronDown, ChevronUp, FileDown, Printer } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNotices } from '#renderer/workspace/notices.tsx';
import type { DiffLayout } from './compare-view.tsx';
import { exportComparison } from './export-comparison.ts';
import styles from './history.module.css';
import type { ComparisonResult } from './use-comparison-result.ts';
import type { Steps } from './use-steps.ts';
import type { TakenChanges } from './use-taken-changes.ts';

interface CompareDeedsProps {
  readonly result: ComparisonResult;
  readonly layout: DiffLayout;
  readonly onLayout: (layout: DiffLayout) => void;
  readonly steps: Steps;
  /** Null where nothing can be taken: neither version is the draft. */
  readonly changes: TakenChanges | null;
}

export function CompareDeeds({ result, layout, onLayout, steps, changes }: CompareDeedsProps) {
  const { t, i18n } = useTranslation('history');
  const { attempt } = useNotices();
  const { ids, summary } = result;
  const isOver = changes?.way === 'over';
  return (
    <>
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
    </>
  );
}
