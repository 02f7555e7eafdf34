/** How far a job is: its steps, as the journal has them. */
import { useTranslation } from 'react-i18next';
import type { StepView } from '#shared/contract/publishing.ts';
import styles from './job-card.module.css';

export function JobSteps({ steps }: { steps: readonly StepView[] }) {
  const { t } = useTranslation('publishing');
  const done = steps.filter(({ state }) => state === 'done').length;
  const now = steps.find(({ state }) => state === 'running' || state === 'ambiguous');
  if (steps.length === 0) return null;
  return (
    <div className={styles['steps']}>
      <progress value={done} max={steps.length} aria-label={t('progress')} />
      <span>
        {now
          ? t(now.state === 'ambiguous' ? 'stepAmbiguous' : 'stepRunning', {
              step: t(`step.${now.kind}`, { subject: now.subject }),
            })
          : t('stepsDone', { done, count: steps.length })}
      </span>
    </div>
  );
}
