/** Ctrl/Cmd-K: every command, and every post by its words. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { foldWord } from '#shared/document/folding.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { plainText } from '#renderer/library/marked.tsx';
import { keysFor } from '#renderer/workspace/keys.ts';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import styles from './command-palette.module.css';
import { useCommands } from './use-commands.ts';

const shownPosts = 8;

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['app', 'library']);
  const client = useClient();
  const { openPost } = useWorkspace();
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const found = useQuery({
    queryKey: ['posts', 'palette', query],
    queryFn: () => client.posts.list({ query, limit: shownPosts }),
    placeholderData: (before) => before,
  });
  const wanted = foldWord(query.trim());
  const shown = commands.filter(({ label }) => foldWord(label).includes(wanted));
  const posts = found.data?.items ?? [];

  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className={styles['palette'] ?? ''} aria-label={t('palette.label')}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            {/* The palette is asked for by a key: its field is where the person means to type. */}
            <SearchField aria-label={t('palette.label')} autoFocus className={styles['search'] ?? ''}>
              <Input placeholder={t('palette.placeholder')} />
            </SearchField>
            <Menu
              className={`menu ${styles['list']}`}
              renderEmptyState={() => <p className={styles['nothing']}>{t('palette.nothing')}</p>}
              onClose={onClose}
            >
              {shown.length > 0 && (
                <MenuSection>
                  <Header>{t('palette.commands')}</Header>
                  {shown.map(({ id, label, keys, run }) => (
                    <MenuItem key={id} id={id} className="menu-item" textValue={label} onAction={run}>
                      <span className="grow">{label}</span>
                      {keys && <kbd>{keysFor(keys)}</kbd>}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              {posts.length > 0 && (
                <MenuSection>
                  <Header>{t('palette.posts')}</Header>
                  {posts.map((post) => {
                    const title = plainText(post.title) || t('library:untitled');
                    return (
                      <MenuItem
                        key={post.id}
                        id={post.id}
                        className="menu-item"
                        textValue={title}
                        onAction={() => openPost(post.id)}
                      >
                        <span className="grow">{title}</span>
                        <kbd>{t(`library:status.${post.status}`)}</kbd>
                      </MenuItem>
                    );
                  })}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
