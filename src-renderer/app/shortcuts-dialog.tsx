/** The keyboard shortcuts, to be read. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keysFor } from '#renderer/workspace/keys.ts';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import styles from './shortcuts-dialog.module.css';

const shortcuts = [
  ['palette', 'Ctrl+K'],
  ['newPost', 'Ctrl+Shift+N'],
  ['search', 'Ctrl+Shift+F'],
  ['publish', 'Ctrl+Enter'],
  ['cyclePanes', 'F6'],
  ['library', 'Ctrl+\\'],
  ['details', 'Ctrl+Shift+\\'],
  ['link', 'Ctrl+K'],
  ['moveBlock', 'Alt+Shift+↑ ↓'],
  ['change', 'F7'],
  ['floating', 'Alt+F10'],
  ['settings', 'Ctrl+,'],
] as const;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <DialogFrame title={t('shortcuts.title')} onClose={onClose}>
      <dl className={styles['shortcuts']}>
        {shortcuts.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd>
              <kbd>{keysFor(keys)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <div className="dialog-actions">
        <Button className="button" slot="close">
          {t('close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
