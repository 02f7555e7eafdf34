/** The blog the post goes to. */
import type { ReactNode } from 'react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { FolderOpen, Globe, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { usePublishTarget } from './publish-target.tsx';
import styles from './publish-bar.module.css';

export function BlogPicker({ icon }: { icon: ReactNode }) {
  const { t } = useTranslation('publishing');
  const { account, accounts, choose } = usePublishTarget();
  const { openDialog } = useWorkspace();
  if (!account) return null;
  return (
    <MenuTrigger>
      <Button
        className={`button button-quiet ${styles['blog']}`}
        aria-label={t('blog.to', { name: account.name })}
      >
        <AccountIcon account={account} />
        <span>{account.name}</span>
        {icon}
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('blog.choose')}
          onAction={(key) => (key === 'add' ? openDialog('add-blog') : choose(String(key)))}
        >
          <MenuSection selectionMode="single" selectedKeys={[account.id]} disallowEmptySelection>
            <Header>{t('blog.choose')}</Header>
            {accounts.map((other) => (
              <MenuItem key={other.id} id={other.id} className="menu-item" textValue={other.name}>
                <AccountIcon account={other} />
                <span className="grow">{other.name}</span>
                {!other.signedIn && <span className={styles['signedOut']}>{t('blog.signedOut')}</span>}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator />
          <MenuItem id="add" className="menu-item">
            <Plus size={16} aria-hidden /> {t('blog.add')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function AccountIcon({ account }: { account: Account }) {
  const Icon = account.kind === 'folder' ? FolderOpen : Globe;
  return <Icon size={16} aria-hidden />;
}
