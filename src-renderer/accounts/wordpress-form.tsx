/** Address, user and application password; the blog is asked at once whether it lets this user in. */
import { useState } from 'react';
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import styles from './accounts.module.css';
import { PasswordKeeping, useKeeping } from './password-keeping.tsx';

interface WordPressFormProps {
  readonly onAdded: (account: Account) => void;
  readonly onBusy: (isBusy: boolean) => void;
}

/** Which field an error is about. */
const fieldOf: Partial<Record<ErrorCode, 'address' | 'password'>> = {
  'address-invalid': 'address',
  'blog-unreachable': 'address',
  'blog-not-found': 'address',
  'blog-tls': 'address',
  'blog-moved': 'address',
  'blog-behind-login': 'address',
  'blog-answer-unreadable': 'address',
  'sign-in-refused': 'password',
  'application-passwords-off': 'password',
  'role-too-low': 'password',
};

export function WordPressForm({ onAdded, onBusy }: WordPressFormProps) {
  const { t } = useTranslation(['accounts', 'errors']);
  const client = useClient();
  const keeping = useKeeping();
  const [address, setAddress] = useState('');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<CodedError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isComplete =
    address.trim() !== '' && userName.trim() !== '' && password.trim() !== '' && keeping.place !== null;

  const add = async () => {
    if (isBusy || !isComplete || keeping.place === null) return;
    setProblem(null);
    setBusy(true);
    onBusy(true);
    try {
      const login = {
        address: address.trim(),
        userName: userName.trim(),
        password,
        secretStorage: keeping.place,
      };
      onAdded(await client.accounts.addWordPress(login));
    } catch (error) {
      setProblem(error instanceof CodedError ? error : new CodedError('internal', String(error)));
    } finally {
      setBusy(false);
      onBusy(false);
    }
  };
  const isAbout = (field: 'address' | 'password') => problem !== null && fieldOf[problem.code] === field;
  return (
    <Form
      // What the blog refused before must not keep the form from being sent again.
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {/* A form that was asked for begins at its first field. */}
      <TextField
        className="field"
        value={address}
        onChange={setAddress}
        isInvalid={isAbout('address')}
        autoFocus
      >
        <Label>{t('address')}</Label>
        <Input type="text" inputMode="url" placeholder="example.org" autoComplete="url" spellCheck="false" />
      </TextField>
      <TextField className="field" value={userName} onChange={setUserName} isInvalid={isAbout('password')}>
        <Label>{t('userName')}</Label>
        <Input autoComplete="username" spellCheck="false" />
      </TextField>
      <TextField className="field" value={password} onChange={setPassword} isInvalid={isAbout('password')}>
        <Label>{t('password')}</Label>
        <Input type="password" autoComplete="off" spellCheck="false" />
        <Text slot="description">{t('passwordHint')}</Text>
      </TextField>
      <PasswordKeeping keeping={keeping} />
      {problem && (
        <p className={styles['problem']} role="alert">
          {t(`errors:${problem.code}`, problem.details)}
        </p>
      )}
      <div className="dialog-actions">
        <Button className="button" slot="close" isDisabled={isBusy}>
          {t('cancel')}
        </Button>
        <Button className="button button-primary" type="submit" isDisabled={!isComplete} isPending={isBusy}>
          {t(isBusy ? 'adding' : 'add')}
        </Button>
      </div>
    </Form>
  );
}
