/** A blog refuses its password, or none is at hand: asks for another and lets the waiting jobs go on. */
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useAccounts } from '#renderer/bridge/queries.ts';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import styles from './accounts.module.css';
import { PasswordKeeping, useKeeping } from './password-keeping.tsx';

export function PasswordDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'errors']);
  const client = useClient();
  const account = useAccounts().find(({ id }) => id === accountId);
  const keeping = useKeeping();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);

  const keep = async () => {
    if (keeping.place === null || password.trim() === '' || isBusy) return;
    setProblem(null);
    setBusy(true);
    try {
      await client.accounts.setPassword({ accountId, password, secretStorage: keeping.place });
      onClose();
    } catch (error) {
      setProblem(error instanceof CodedError ? error.code : 'internal');
    } finally {
      setBusy(false);
    }
  };
  return (
    <DialogFrame title={t('newPassword', { name: account?.name ?? '' })} onClose={onClose} isSmall>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <p className="soft">{t('newPasswordHint', { user: account?.userName ?? '' })}</p>
        <TextField
          className="field"
          value={password}
          onChange={setPassword}
          isInvalid={problem !== null}
          autoFocus
        >
          <Label>{t('password')}</Label>
          <Input type="password" autoComplete="off" />
        </TextField>
        <PasswordKeeping keeping={keeping} />
        {problem && (
          <p className={styles['problem']} role="alert">
            {t(`errors:${problem}`)}
          </p>
        )}
        <div className="dialog-actions">
          <Button className="button" slot="close">
            {t('cancel')}
          </Button>
          <Button
            className="button button-primary"
            type="submit"
            isDisabled={password.trim() === ''}
            isPending={isBusy}
          >
            {t('signIn')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  );
}
