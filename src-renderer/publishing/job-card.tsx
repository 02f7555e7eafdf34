/** One job: what it does, how far it is, what happened, and what can be done. */
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  CircleAlert,
  CircleCheck,
  CircleSlash,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { JobChoice, JobState, JobView, Problem } from '#shared/contract/publishing.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { PasswordDialog } from '#renderer/accounts/password-dialog.tsx';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { displayLocale } from '#renderer/i18n/i18n.ts';
import { formatMoment } from './format-moment.ts';
import styles from './job-card.module.css';
import { JobSteps } from './job-steps.tsx';
import { isOpen } from './jobs-provider.tsx';
import { ReceiptView } from './receipt-view.tsx';

const icons: Readonly<Record<JobState, LucideIcon>> = {
  queued: Hourglass,
  running: LoaderCircle,
  waiting: Hourglass,
  'needs-attention': CircleAlert,
  succeeded: CircleCheck,
  cancelled: CircleSlash,
};

export function JobCard({ job }: { job: JobView }) {
  const { t, i18n } = useTranslation(['publishing', 'errors']);
  const { problem, state } = job;
  const Icon = icons[state];
  const title = job.postTitle || t('untitled');
  const time = job.publishAt ? formatMoment(job.publishAt, displayLocale(i18n.language)) : '';
  return (
    <li className={styles['job']} data-state={state}>
      <Icon size={16} aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <strong>{title}</strong>
        <p className={styles['state']}>
          {t(state === 'succeeded' ? `did.${job.kind}` : `state.${state}`, {
            time,
            doing: t(`doing.${job.kind}`),
          })}{' '}
          · {job.accountName}
        </p>
        {problem && isOpen(job) && (
          <p className={styles['problem']}>
            {t(`errors:problem.${problem.code}`, { subject: problem.subject, detail: detailOf(problem, t) })}
            {problem.detail !== '' && !isNamedInText(problem.code) && (
              <q className={styles['detail']}>{problem.detail}</q>
            )}
          </p>
        )}
        {state === 'waiting' && job.nextTryAt && (
          <p className={styles['state']}>
            {t('nextTry', { time: clock(job.nextTryAt, displayLocale(i18n.language)) })}
          </p>
        )}
        {(state === 'running' || state === 'waiting' || state === 'needs-attention') && (
          <JobSteps steps={job.steps} />
        )}
        {job.receipt && <ReceiptView receipt={job.receipt} />}
        <Actions job={job} />
      </div>
    </li>
  );
}

function Actions({ job }: { job: JobView }) {
  const { t } = useTranslation('publishing');
  const client = useClient();
  const { attempt } = useNotices();
  const [asksPassword, setAsksPassword] = useState(false);
  const offered = offeredTo(job);
  const choose = (choice: JobChoice) => {
    if (choice === 'enter-password') setAsksPassword(true);
    else if (choice === 'cancel') void attempt(() => client.publishing.cancel({ jobId: job.id }));
    else void attempt(() => client.publishing.choose({ jobId: job.id, choice }));
  };
  return (
    <div className={styles['actions']}>
      {job.state === 'succeeded' && job.openUrl && (
        <a href={job.openUrl} target="_blank" rel="noreferrer">
          {t('openLive')}
        </a>
      )}
      {offered.map((choice) => (
        <Button key={choice} className="link-button" onPress={() => choose(choice)}>
          {t(`choice.${choice}`)}
        </Button>
      ))}
      {asksPassword && <PasswordDialog accountId={job.accountId} onClose={() => setAsksPassword(false)} />}
    </div>
  );
}

function offeredTo({ state, problem }: JobView): readonly JobChoice[] {
  if (state === 'needs-attention') return [...new Set<JobChoice>([...(problem?.choices ?? []), 'cancel'])];
  if (state === 'waiting') return ['try-again', 'cancel'];
  return state === 'queued' || state === 'running' ? ['cancel'] : [];
}

/** What was changed on the blog comes as the names of fields. */
function detailOf({ code, detail }: Problem, t: TFunction<'publishing'>): string {
  if (code !== 'remote-changed') return detail;
  return detail
    .split(', ')
    .map((field) => t(`remoteField.${field}`, { defaultValue: field }))
    .join(', ');
}

/** Texts that carry the detail in their sentence. */
function isNamedInText(code: string): boolean {
  return code === 'remote-changed' || code === 'slug-taken';
}

function clock(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    new Date(iso),
  );
}
