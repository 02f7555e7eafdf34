/** Two versions of the open post, in the editor's place. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { CompareBar } from './compare-bar.tsx';
import { useComparison, type Compared } from './comparison.tsx';
import { DiffPage } from './diff-page.tsx';
import styles from './history.module.css';
import { useComparisonResult } from './use-comparison-result.ts';

export type DiffLayout = 'inline' | 'columns';

export function CompareView() {
  const session = useDraft();
  const { compared } = useComparison();
  return session && compared ? <Comparing session={session} compared={compared} /> : null;
}

function Comparing({ session, compared }: { session: DraftSession; compared: Compared }) {
  const { t } = useTranslation(['history', 'errors']);
  const [layout, setLayout] = useState<DiffLayout>('inline');
  const state = useComparisonResult(session, compared, layout);
  return (
    <section className={styles['compare']} aria-label={t('compare.title')}>
      {state.state === 'done' ? (
        <DiffPage
          // Changes that were chosen are of these two texts.
          key={`${compared.before} ${compared.after} ${state.result.draftVersion}`}
          session={session}
          compared={compared}
          result={state.result}
          layout={layout}
          onLayout={setLayout}
        />
      ) : (
        <>
          <CompareBar session={session} compared={compared} />
          <p className={styles['state']} role="status">
            {state.state === 'loading'
              ? t('compare.loading')
              : t('compare.failed', { why: t(`errors:${state.code}`) })}
          </p>
        </>
      )}
    </section>
  );
}
