/** What becomes of old versions, in the words of the rules that are followed. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import styles from './history.module.css';

const hoursADay = 24;

export function ThinningPolicy() {
  const { t } = useTranslation('history');
  const client = useClient();
  const policy = useQuery({ queryKey: ['thinning'], queryFn: () => client.history.policy() }).data;
  if (!policy) return null;
  const inDays = (hours: number) => hours % hoursADay === 0;
  const age = (hours: number) =>
    inDays(hours)
      ? t('policy.olderThanDays', { count: hours / hoursADay })
      : t('policy.olderThanHours', { count: hours });
  const stretch = (hours: number) =>
    inDays(hours)
      ? t('policy.onePerDays', { count: hours / hoursADay })
      : t('policy.onePerHours', { count: hours });
  return (
    <div className={styles['hint']}>
      <p>{t('policy.kept')}</p>
      <p>{t('policy.thinned')}</p>
      <ul>
        {policy.rules.map(({ olderThanHours, keepOnePerHours }) => (
          <li key={olderThanHours}>
            {age(olderThanHours)}: {stretch(keepOnePerHours)}
          </li>
        ))}
      </ul>
    </div>
  );
}
