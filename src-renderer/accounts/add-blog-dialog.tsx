/** Connects a blog: a WordPress by its address, or a folder that needs nothing. */
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import styles from './accounts.module.css';
import { FolderForm } from './folder-form.tsx';
import { WordPressForm } from './wordpress-form.tsx';

export function AddBlogDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { say } = useNotices();
  const [isBusy, setBusy] = useState(false);
  const added = ({ name }: Account) => {
    say(t('added', { name }));
    onClose();
  };
  return (
    <DialogFrame title={t('title')} onClose={onClose} isDismissable={!isBusy}>
      <Tabs className={styles['tabs'] ?? ''}>
        <TabList aria-label={t('kind')} className={styles['tabList'] ?? ''}>
          <Tab id="wordpress" className={styles['tab'] ?? ''}>
            WordPress
          </Tab>
          <Tab id="folder" className={styles['tab'] ?? ''}>
            {t('folder.kind')}
          </Tab>
        </TabList>
        <TabPanel id="wordpress" className={styles['panel'] ?? ''}>
          <WordPressForm onAdded={added} onBusy={setBusy} />
        </TabPanel>
        <TabPanel id="folder" className={styles['panel'] ?? ''}>
          <FolderForm onAdded={added} />
        </TabPanel>
      </Tabs>
    </DialogFrame>
  );
}
