/** No post is open: says what can be done. */
import { SquarePen } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';

export function EmptyEditor() {
  const { t } = useTranslation();
  const { newPost } = useWorkspace();
  return (
    <div className={styles['empty']}>
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.hint')}</p>
      <Button className="button" onPress={newPost}>
        <SquarePen size={16} aria-hidden /> {t('empty.new')}
      </Button>
    </div>
  );
}
