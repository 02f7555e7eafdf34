/** The keyboard shortcuts, to be read. */
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keysFor } from '#renderer/workspace/keys.ts';
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
  ['floating', 'Alt+F10'],
  ['settings', 'Ctrl+,'],
] as const;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{t('shortcuts.title')}</Heading>
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
