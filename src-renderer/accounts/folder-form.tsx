/** A folder as a blog: Markdown with front matter, and a small finished site. */
import { useState } from 'react';
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useAppInfo } from '#renderer/bridge/queries.ts';
import styles from './accounts.module.css';

export function FolderForm({ onAdded }: { onAdded: (account: Account) => void }) {
  const { t } = useTranslation(['accounts', 'errors']);
  const client = useClient();
  const info = useAppInfo();
  const [typedFolder, setFolder] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const folder = typedFolder ?? '';
  const isComplete = folder.trim() !== '' && name.trim() !== '';

  const add = async () => {
    if (!isComplete) return;
    setProblem(null);
    try {
      onAdded(await client.accounts.addFolder({ folder: folder.trim(), name: name.trim() }));
    } catch (error) {
      setProblem(error instanceof CodedError ? error.code : 'internal');
    }
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <p className="soft">{t('folder.hint')}</p>
      <TextField className="field" value={name} onChange={setName}>
        <Label>{t('folder.name')}</Label>
        <Input placeholder={t('folder.nameHint')} />
      </TextField>
      <TextField className="field" value={folder} onChange={setFolder}>
        <Label>{t('folder.path')}</Label>
        <div className={styles['row']}>
          <Input className="input" placeholder={info?.suggestedBlogFolder ?? ''} spellCheck="false" />
          {info?.canChooseFolder && (
            <Button
              className="button"
              onPress={() => void client.app.chooseFolder().then((chosen) => chosen && setFolder(chosen))}
            >
              {t('folder.choose')}
            </Button>
          )}
        </div>
        <Text slot="description">{t('folder.pathHint')}</Text>
      </TextField>
      {problem && (
        <p className={styles['problem']} role="alert">
          {t(`errors:${problem}`)}
        </p>
      )}
      <div className="dialog-actions">
        <Button className="button" slot="close">
          {t('cancel')}
        </Button>
        <Button className="button button-primary" type="submit" isDisabled={!isComplete}>
          {t('add')}
        </Button>
      </div>
    </Form>
  );
}
