/** Preferences, and the blogs. Every choice takes effect at once. */
import { Button, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/contract/settings.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useAppInfo, useSettings } from '#renderer/bridge/queries.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { AccountList } from './account-list.tsx';
import { DialogFrame } from '#renderer/workspace/dialog-frame.tsx';
import styles from './settings.module.css';

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['settings', 'backups']);
  const client = useClient();
  const { openDialog } = useWorkspace();
  const settings = useSettings();
  const info = useAppInfo();
  const { attempt } = useNotices();
  const [name, setName] = useState(settings.authorName);
  const update = (change: Partial<Settings>) => void attempt(() => client.settings.update(change));
  return (
    <DialogFrame title={t('title')} onClose={onClose}>
      <Choice
        label={t('language')}
        value={i18n.language}
        options={[
          ['en', 'English'],
          ['pl', 'Polski'],
        ]}
        onChange={(language) => update({ language: language === 'pl' ? 'pl' : 'en' })}
      />
      <Choice
        label={t('theme.label')}
        value={settings.theme}
        options={[
          ['system', t('theme.system')],
          ['light', t('theme.light')],
          ['dark', t('theme.dark')],
        ]}
        onChange={(theme) => update({ theme: theme as Settings['theme'] })}
      />
      <Choice
        label={t('font.label')}
        value={settings.textFont}
        options={[
          ['serif', t('font.serif')],
          ['sans', t('font.sans')],
        ]}
        onChange={(textFont) => update({ textFont: textFont as Settings['textFont'] })}
      />
      <TextField
        className="field"
        value={name}
        onChange={setName}
        onBlur={() => name !== settings.authorName && update({ authorName: name.trim() })}
      >
        <Label>{t('author')}</Label>
        <Input placeholder={t('authorHint')} autoComplete="name" />
      </TextField>
      <AccountList />
      <p className={styles['about']}>
        {t('about', { version: info?.version ?? '' })}
        <br />
        {t('where')} <code>{info?.libraryFolder}</code>
        <br />
        <Button className="link-button" onPress={() => openDialog('backups')}>
          {t('backups:open')}
        </Button>
      </p>
      <div className="dialog-actions">
        <Button className="button" slot="close">
          {t('close')}
        </Button>
      </div>
    </DialogFrame>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <RadioGroup className="field choice" orientation="horizontal" value={value} onChange={onChange}>
      <Label>{label}</Label>
      {options.map(([option, name]) => (
        <Radio key={option} value={option}>
          {name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
