/** Where the post goes and the one primary button: Publish, or Update once it is there. */
import { ChevronDown, Ellipsis } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { onRequest, publishRequest } from '#renderer/workspace/requests.ts';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import { BlogPicker } from './blog-picker.tsx';
import { MorePublishing } from './more-publishing.tsx';
import { usePublishTarget } from './publish-target.tsx';
import styles from './publish-bar.module.css';
import { RemoteState } from './remote-state.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { usePublish } from './use-publish.ts';

export function PublishBar() {
  const { t } = useTranslation('publishing');
  const session = useDraft();
  const { account, remote } = usePublishTarget();
  const { publish, unpublish } = usePublish();
  const [isPressed, setPressed] = useState(false);
  const [isScheduling, setScheduling] = useState(false);
  const isThere =
    remote !== null && (remote.remoteStatus === 'published' || remote.remoteStatus === 'scheduled');

  const press = async () => {
    // One click, one job: a second click while the first is on its way into the queue is the same click.
    if (isPressed) return;
    setPressed(true);
    await publish('publish');
    setPressed(false);
  };
  const onShortcut = useEffectEvent(() => void press());
  useEffect(() => onRequest(publishRequest, () => onShortcut()), []);

  return (
    <div className={styles['bar']}>
      <RemoteState />
      <BlogPicker icon={<ChevronDown size={14} aria-hidden />} />
      <Button
        className={`button button-primary ${styles['publish']}`}
        isDisabled={!session || !account}
        isPending={isPressed}
        onPress={() => void press()}
      >
        {t(isThere ? 'update' : 'publish')}
      </Button>
      <MorePublishing
        icon={<Ellipsis size={18} aria-hidden />}
        onSchedule={() => setScheduling(true)}
        onPublish={(how) => void publish(how)}
        onUnpublish={() => void unpublish()}
      />
      {isScheduling && (
        <ScheduleDialog
          at={remote?.remoteStatus === 'scheduled' ? remote.publishedAt : null}
          onClose={() => setScheduling(false)}
          onSchedule={(at) => publish('schedule', at)}
        />
      )}
    </div>
  );
}
