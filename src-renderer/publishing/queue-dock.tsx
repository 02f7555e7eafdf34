/** The publish queue: one line that is always there, and above it, when asked for, every job. */
import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, Hourglass, LoaderCircle, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { JobCard } from './job-card.tsx';
import { isOpen, useQueue } from './jobs-provider.tsx';
import styles from './queue-dock.module.css';

export function QueueDock() {
  const { t } = useTranslation('publishing');
  const client = useClient();
  const { attempt } = useNotices();
  const { isQueueOpen, setQueueOpen } = useWorkspace();
  const jobs = useQueue();
  const open = jobs.filter(isOpen);
  const hasEnded = jobs.length > open.length;
  return (
    <section className={styles['dock']} aria-label={t('queue.label')}>
      {isQueueOpen && (
        <div className={styles['panel']}>
          <header className={styles['head']}>
            <h2>{t('queue.label')}</h2>
            {hasEnded && (
              <Button
                className="link-button"
                onPress={() => void attempt(() => client.publishing.clearEnded())}
              >
                {t('queue.clear')}
              </Button>
            )}
            <Button className="icon-button" aria-label={t('queue.close')} onPress={() => setQueueOpen(false)}>
              <X size={16} aria-hidden />
            </Button>
          </header>
          {jobs.length === 0 ? (
            <p className={styles['empty']}>{t('queue.empty')}</p>
          ) : (
            <ul className={styles['jobs']}>
              {jobs.map((job) => (
                <JobCard key={job.id} job={job} />
              ))}
            </ul>
          )}
        </div>
      )}
      <Button
        className={styles['toggle'] ?? ''}
        aria-expanded={isQueueOpen}
        onPress={() => setQueueOpen(!isQueueOpen)}
      >
        <Summary />
        {isQueueOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
      </Button>
    </section>
  );
}

/** The queue in a few words, worst first. */
function Summary() {
  const { t } = useTranslation('publishing');
  const jobs = useQueue();
  const count = (...states: string[]) => jobs.filter(({ state }) => states.includes(state)).length;
  const attention = count('needs-attention');
  const waiting = count('waiting');
  const running = count('running', 'queued');
  if (attention > 0)
    return (
      <Line
        tone="warn"
        icon={<CircleAlert size={14} aria-hidden />}
        text={t('queue.attention', { count: attention })}
      />
    );
  if (running > 0) {
    return (
      <Line
        tone="calm"
        icon={<LoaderCircle size={14} className={styles['spin']} aria-hidden />}
        text={t('queue.running', { count: running })}
      />
    );
  }
  if (waiting > 0)
    return (
      <Line
        tone="calm"
        icon={<Hourglass size={14} aria-hidden />}
        text={t('queue.waiting', { count: waiting })}
      />
    );
  return <Line tone="calm" icon={<CircleCheck size={14} aria-hidden />} text={t('queue.nothing')} />;
}

function Line({ tone, icon, text }: { tone: 'warn' | 'calm'; icon: React.ReactNode; text: string }) {
  return (
    <span className={styles['summary']} data-tone={tone}>
      {icon}
      {text}
    </span>
  );
}
