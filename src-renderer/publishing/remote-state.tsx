/** One quiet word on where the post stands on the chosen blog. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { draftVersion, useComparison } from '#renderer/history/comparison.tsx';
import { usePublishTarget } from './publish-target.tsx';
import styles from './publish-bar.module.css';
import { displayLocale } from '#renderer/i18n/i18n.ts';
import { formatMoment } from './format-moment.ts';

export function RemoteState() {
  const { t, i18n } = useTranslation('publishing');
  const { remote, job } = usePublishTarget();
  const { compare } = useComparison();
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
  if (!job && remote?.remoteStatus === 'published' && remote.changed && remote.revisionId) {
    const before = remote.revisionId;
    return (
      <Button
        className={`link-button ${styles['state']}`}
        data-tone={tone}
        aria-label={`${text()}: ${t('stands.compare')}`}
        onPress={() => compare({ before, after: draftVersion })}
      >
        {text()}
      </Button>
    );
  }
  return (
    <span className={styles['state']} data-tone={tone}>
      {text()}
    </span>
  );
}
