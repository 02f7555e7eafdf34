/** Where a password is kept: the system keychain, and where there is none, what a person chooses. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import styles from './accounts.module.css';

export type Place = 'keychain' | 'file' | 'session';

export interface Keeping {
  /** null while it is not known whether there is a keychain. */
  readonly place: Place | null;
  readonly hasKeychain: boolean | null;
  choose(place: Place): void;
}

export function useKeeping(): Keeping {
  const client = useClient();
  const [chosen, choose] = useState<Place | null>(null);
  const { data } = useQuery({ queryKey: ['keychain'], queryFn: () => client.accounts.keychain() });
  const byDefault = data ? (data.available ? 'keychain' : 'file') : null;
  return { place: chosen ?? byDefault, hasKeychain: data?.available ?? null, choose };
}

export function PasswordKeeping({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation('accounts');
  // Nothing to ask where the keychain takes it.
  if (keeping.hasKeychain !== false) return null;
  return (
    <div className={styles['keeping']}>
      <p>{t('keeping.none')}</p>
      <RadioGroup
        className="field choice-stack"
        value={keeping.place}
        onChange={(place) => keeping.choose(place === 'session' ? 'session' : 'file')}
      >
        <Label>{t('keeping.where')}</Label>
        <Radio value="file">
          <span>
            {t('keeping.file')}
            <small>{t('keeping.fileHint')}</small>
          </span>
        </Radio>
        <Radio value="session">
          <span>
            {t('keeping.session')}
            <small>{t('keeping.sessionHint')}</small>
          </span>
        </Radio>
      </RadioGroup>
    </div>
  );
}
