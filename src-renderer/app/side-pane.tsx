/** Beside the editor: what belongs to the post, and its history. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { PostDetails } from '#renderer/editor/details/post-details.tsx';
import { Timeline } from '#renderer/history/timeline.tsx';
import { usePublishTarget } from '#renderer/publishing/publish-target.tsx';
import { ReviewPane } from '#renderer/review/review-pane.tsx';
import styles from './side-pane.module.css';
import type { ShownSideTab, SideTab } from './use-side-tab.ts';

export function SidePane({ shown: { tab, choose } }: { shown: ShownSideTab }) {
  const { t } = useTranslation(['history', 'review']);
  const { account } = usePublishTarget();
  return (
    <Tabs
      className={styles['tabs'] ?? ''}
      selectedKey={tab}
      onSelectionChange={(key) => choose(key as SideTab)}
    >
      <TabList className={styles['list'] ?? ''} aria-label={t('tabs.label')}>
        <Tab className={styles['tab'] ?? ''} id="details">
          {t('tabs.details')}
        </Tab>
        <Tab className={styles['tab'] ?? ''} id="history">
          {t('tabs.history')}
        </Tab>
        <Tab className={styles['tab'] ?? ''} id="review">
          {t('review:tab')}
        </Tab>
      </TabList>
      <TabPanel id="details">
        <PostDetails account={account} />
      </TabPanel>
      <TabPanel id="history">
        <Timeline />
      </TabPanel>
      <TabPanel id="review">
        <ReviewPane />
      </TabPanel>
    </Tabs>
  );
}
