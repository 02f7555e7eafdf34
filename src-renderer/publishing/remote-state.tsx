/** One quiet word on where the post stands on the chosen blog. */
import { useTranslation } from 'react-i18next';
import { usePublishTarget } from './publish-target.tsx';
import styles from './publish-bar.module.css';
import { displayLocale } from '#renderer/i18n/i18n.ts';
import { formatMoment } from './format-moment.ts';

export function RemoteState() {
  const { t, i18n } = useTranslation('publishing');
  const { remote, job } = usePublishTarget();
  const text = () => {
    if (job) return t(`onItsWay.${job.state}`);
    if (!remote || remote.remoteStatus === 'unpublished') return t('stands.nowhere');
    if (remote.remoteStatus === 'scheduled' && remote.publishedAt) {
      return t('stands.scheduled', { time: formatMoment(remote.publishedAt, displayLocale(i18n.language)) });
    }
    if (remote.remoteStatus === 'published') return t(remote.changed ? 'stands.changed' : 'stands.published');
    return t('stands.draft');
  };
  const tone =
    job?.state === 'needs-attention'
      ? 'warn'
      : remote?.remoteStatus === 'published' && !job
        ? 'live'
        : 'calm';
  return (
    <span className={styles['state']} data-tone={tone}>
      {text()}
    </span>
  );
}
