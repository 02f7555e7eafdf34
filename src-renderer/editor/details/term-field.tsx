/** Categories or tags: type, choose from those the blog has, or add a new one with Enter or a comma. */
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Taxonomy } from '#shared/contract/accounts.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import styles from './post-details.module.css';

interface TermFieldProps {
  readonly label: string;
  readonly taxonomy: Taxonomy;
  readonly accountId: string | null;
  readonly value: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (value: string[]) => void;
}

export function TermField({ label, taxonomy, accountId, value, isDisabled, onChange }: TermFieldProps) {
  const { t } = useTranslation('editor');
  const client = useClient();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isFocused, setFocused] = useState(false);
  const known = useQuery({
    queryKey: ['terms', accountId, taxonomy, typed],
    queryFn: () => client.accounts.terms({ accountId: accountId ?? '', taxonomy, query: typed }),
    enabled: accountId !== null && isFocused,
    staleTime: 30_000,
  });

  const add = (name: string) => {
    const clean = name.trim().slice(0, 200);
    setTyped('');
    if (clean === '' || value.some((other) => other.toLowerCase() === clean.toLowerCase())) return;
    onChange([...value, clean]);
  };
  const change = (next: string) => {
    const parts = next.split(',');
    if (parts.length === 1) setTyped(next);
    else {
      add(parts[0] ?? '');
      setTyped(parts.slice(1).join(','));
    }
  };

  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {value.length > 0 && (
        <div className={styles['tokens']}>
          {value.map((name) => (
            <span key={name} className={styles['token']}>
              {name}
              <button
                type="button"
                disabled={isDisabled}
                aria-label={t('details.removeTerm', { name })}
                onClick={() => onChange(value.filter((other) => other !== name))}
              >
                <X size={12} aria-hidden />
              </button>
            </span>
          ))}
        </div>
      )}
      <input
        id={id}
        className="input"
        list={`${id}-known`}
        value={typed}
        disabled={isDisabled}
        placeholder={t('details.addTerm')}
        autoComplete="off"
        onChange={({ target }) => change(target.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          add(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
        }}
      />
      <datalist id={`${id}-known`}>
        {known.data
          ?.filter(({ name }) => !value.includes(name))
          .map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
      </datalist>
    </div>
  );
}
