/** What a writer must know about this draft before typing on. */
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import styles from './post-editor.module.css';
import type { DraftSession } from './saving/draft-session.ts';
import { useStore } from './saving/store.ts';

export function Banners({ session }: { session: DraftSession }) {
  const { t } = useTranslation(['editor', 'errors']);
  const client = useClient();
  const { attempt } = useNotices();
  const readOnly = useStore(session.readOnly);
  const { state, reason } = useStore(session.status);

  if (readOnly === 'held-elsewhere') {
    return (
      <div className={styles['banner']} role="alert">
        <p>{t('banner.heldElsewhere')}</p>
        <Button className="button" onPress={() => void attempt(() => session.takeOver())}>
          {t('banner.editHere')}
        </Button>
      </div>
    );
  }
  if (readOnly === 'keeping-copy') {
    return (
      <div className={`${styles['banner']} ${styles['bad']}`} role="alert">
        <p>{t('banner.keepingCopy')}</p>
      </div>
    );
  }
  if (readOnly === 'kept-as-copy') {
    return (
      <div className={styles['banner']} role="alert">
        <p>{t('banner.keptAsCopy')}</p>
        <Button className="button" onPress={() => void attempt(() => session.takeOver())}>
          {t('banner.showStored')}
        </Button>
      </div>
    );
  }
  if (readOnly === 'trashed') {
    return (
      <div className={styles['banner']} role="status">
        <p>{t('banner.trashed')}</p>
        <Button
          className="button"
          onPress={() =>
            void attempt(async () => {
              await client.posts.undelete({ postId: session.postId });
              await session.takeOver();
            })
          }
        >
          {t('banner.undelete')}
        </Button>
      </div>
    );
  }
  if (state === 'failed' && reason) {
    return (
      <div className={`${styles['banner']} ${styles['bad']}`} role="alert">
        <p>{t(`errors:${reason}`)}</p>
      </div>
    );
  }
  return null;
}
