/** Two versions of the open post, in the editor's place. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { CompareBar } from './compare-bar.tsx';
import { CompareDeeds } from './compare-deeds.tsx';
import { useComparison, type Compared } from './comparison.tsx';
import { DiffPage } from './diff-page.tsx';
import styles from './history.module.css';
import { useComparisonResult } from './use-comparison-result.ts';
import { useComparisonSelection } from './use-comparison-selection.ts';
import { useSteps } from './use-steps.ts';
import { useTakenChanges } from './use-taken-changes.ts';

export type DiffLayout = 'inline' | 'columns';

export function CompareView() {
  const session = useDraft();
  const { compared } = useComparison();
  return session && compared ? <Comparing session={session} compared={compared} /> : null;
}

function Comparing({ session, compared }: { session: DraftSession; compared: Compared }) {
  const { t } = useTranslation(['history', 'errors']);
  const [layout, setLayout] = useState<DiffLayout>('inline');
  const section = useRef<HTMLElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const state = useComparisonResult(session, compared, layout);
  const result = state.state === 'done' ? state.result : null;
  const steps = useSteps(page, result);
  const changes = useTakenChanges(session, compared, result);
  useComparisonSelection(session, page, result?.documents.after ?? null);
  // Once: whoever writes beside a comparison, in the details or a comment, is not to be taken from there.
  useEffect(() => section.current?.focus(), []);

  const loaded = result
    ? [result.revisions.before, result.revisions.after].filter((one) => one !== null)
    : [];
  return (
    <section ref={section} tabIndex={-1} className={styles['compare']} aria-label={t('compare.title')}>
      <CompareBar session={session} compared={compared} loaded={loaded}>
        {result && (
          <CompareDeeds
            result={result}
            layout={layout}
            onLayout={setLayout}
            steps={steps}
            changes={changes}
          />
        )}
      </CompareBar>
      {result ? (
        <DiffPage page={page} result={result} changes={changes} />
      ) : (
        <p className={styles['state']} role="status">
          {state.state === 'failed'
            ? t('compare.failed', { why: t(`errors:${state.code}`) })
            : t('compare.loading')}
        </p>
      )}
    </section>
  );
}
