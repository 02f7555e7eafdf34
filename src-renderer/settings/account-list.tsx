/** The connected blogs: which one is the default, and forgetting one. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import { PasswordDialog } from '#renderer/accounts/password-dialog.tsx';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useAccounts } from '#renderer/bridge/queries.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import styles from './settings.module.css';

export function AccountList() {
  const { t } = useTranslation('settings');
  const accounts = useAccounts();
  return (
    <section className="field" aria-label={t('blogs')}>
      <span className="label">{t('blogs')}</span>
      <ul className={styles['blogs']}>
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} isOnly={accounts.length === 1} />
        ))}
      </ul>
    </section>
  );
}

function AccountRow({ account, isOnly }: { account: Account; isOnly: boolean }) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const { attempt } = useNotices();
  const [asksPassword, setAsksPassword] = useState(false);
  const [isSure, setSure] = useState(false);
  const { id: accountId } = account;
  const remove = () => {
    // The first press asks, the second does it.
    if (isSure) void attempt(() => client.accounts.remove({ accountId }));
    setSure(!isSure);
  };
  return (
    <li className={styles['blog']}>
      <div>
        <strong>{account.name}</strong>
        {account.isDefault && <span className={styles['default']}>{t('default')}</span>}
        <small>
          {account.userName ? `${account.userName} · ` : ''}
          {account.address}
        </small>
        {!account.signedIn && <small className={styles['signedOut']}>{t('signedOut')}</small>}
      </div>
      <div className={styles['actions']}>
        {!account.isDefault && (
          <Button
            className="link-button"
            onPress={() => void attempt(() => client.accounts.setDefault({ accountId }))}
          >
            {t('makeDefault')}
          </Button>
        )}
        {account.secretStorage !== 'none' && (
          <Button className="link-button" onPress={() => setAsksPassword(true)}>
            {t('password')}
          </Button>
        )}
        {!isOnly && (
          <Button className="link-button" onPress={remove}>
            {t(isSure ? 'removeSure' : 'remove')}
          </Button>
        )}
      </div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={account.approvedOnly}
          onChange={({ target }) =>
            void attempt(() => client.accounts.setApprovedOnly({ accountId, approvedOnly: target.checked }))
          }
        />
        {t('approvedOnly')}
      </label>
      {asksPassword && <PasswordDialog accountId={accountId} onClose={() => setAsksPassword(false)} />}
    </li>
  );
}
