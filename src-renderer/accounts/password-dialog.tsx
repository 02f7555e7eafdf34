/** A blog refuses its password, or none is at hand: asks for another and lets the waiting jobs go on. */
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CodedError } from '#shared/contract/errors.ts';
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
  const [typedAddress, setAddress] = useState<string | null>(null);
  const address = typedAddress ?? account?.address ?? '';
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<CodedError | null>(null);
  const [isBusy, setBusy] = useState(false);

  const keep = async () => {
    if (keeping.place === null || password.trim() === '' || isBusy) return;
    setProblem(null);
    setBusy(true);
    try {
      const moved =
        typedAddress !== null && typedAddress.trim() !== '' ? { address: typedAddress.trim() } : {};
      await client.accounts.setPassword({ accountId, password, secretStorage: keeping.place, ...moved });
      onClose();
    } catch (error) {
      setProblem(error instanceof CodedError ? error : new CodedError('internal', String(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <DialogFrame title={t('newPassword', { name: account?.name ?? '' })} onClose={onClose} isSmall>
      <Form
        // What the blog refused before must not keep the form from being sent again.
        validationBehavior="aria"
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
        {/* For a blog that has moved. */}
        <TextField className="field" value={address} onChange={setAddress}>
          <Label>{t('address')}</Label>
          <Input type="text" inputMode="url" autoComplete="url" spellCheck="false" />
        </TextField>
        <PasswordKeeping keeping={keeping} />
        {problem && (
          <p className={styles['problem']} role="alert">
            {t(`errors:${problem.code}`, problem.details)}
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
