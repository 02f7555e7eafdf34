/** Narrows the list: by state, blog, category, tag; and the trash. */
import { ListFilter, X } from 'lucide-react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PostFilters, PostStatus } from '#shared/contract/posts.ts';
import { useAccounts } from '#renderer/bridge/queries.ts';
import styles from './library-pane.module.css';

interface Facets {
  readonly all: number;
  readonly trashed: number;
  readonly status: Readonly<Partial<Record<PostStatus, number>>>;
  readonly categories: readonly { readonly name: string; readonly count: number }[];
  readonly tags: readonly { readonly name: string; readonly count: number }[];
}

interface FilterBarProps {
  readonly filters: PostFilters;
  readonly facets: Facets | null;
  readonly onChange: (filters: PostFilters) => void;
}

const statuses: readonly PostStatus[] = ['draft', 'changed', 'scheduled', 'published'];

export function FilterBar({ filters, facets, onChange }: FilterBarProps) {
  const { t } = useTranslation('library');
  const accounts = useAccounts();
  const accountName = accounts.find(({ id }) => id === filters.accountId)?.name;
  const chips = [filters.category, filters.tag && `#${filters.tag}`, accountName].filter(
    (chip) => chip !== undefined,
  );
  const narrow = (change: Partial<PostFilters>) => onChange({ ...filters, trashed: false, ...change });

  return (
    <div className={styles['row']}>
      <MenuTrigger>
        <Button className={`button button-quiet ${styles['filter']}`}>
          <ListFilter size={16} aria-hidden />
          <span>{[shownName(), ...chips].join(' · ')}</span>
        </Button>
        <Popover className="menu-popover" placement="bottom start">
          <Menu className="menu" aria-label={t('filter.label')}>
            <MenuItem className="menu-item" onAction={() => onChange({ trashed: false })}>
              <span className="grow">{t('filter.all')}</span>
              <kbd>{facets?.all}</kbd>
            </MenuItem>
            <MenuSection>
              <Header>{t('filter.status')}</Header>
              {statuses.map((status) => (
                <MenuItem
                  key={status}
                  className="menu-item"
                  textValue={t(`status.${status}`)}
                  onAction={() => narrow({ status })}
                >
                  <span className={styles['dot']} data-status={status} />
                  <span className="grow">{t(`status.${status}`)}</span>
                  <kbd>{facets?.status[status] ?? 0}</kbd>
                </MenuItem>
              ))}
            </MenuSection>
            <Separator />
            <NameSubmenu
              label={t('filter.category')}
              names={facets?.categories ?? []}
              onChoose={(category) => narrow({ category })}
            />
            <NameSubmenu
              label={t('filter.tag')}
              names={facets?.tags ?? []}
              onChoose={(tag) => narrow({ tag })}
            />
            <NameSubmenu
              label={t('filter.blog')}
              names={accounts.map(({ name }) => ({ name }))}
              onChoose={(name) => {
                const account = accounts.find((other) => other.name === name);
                if (account) narrow({ accountId: account.id });
              }}
            />
            <Separator />
            <MenuItem className="menu-item" onAction={() => onChange({ trashed: true })}>
              <span className="grow">{t('filter.trash')}</span>
              <kbd>{facets?.trashed ?? 0}</kbd>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {(filters.trashed || filters.status !== undefined || chips.length > 0) && (
        <Button
          className="icon-button"
          aria-label={t('filter.clear')}
          onPress={() => onChange({ trashed: false })}
        >
          <X size={16} aria-hidden />
        </Button>
      )}
    </div>
  );

  function shownName(): string {
    if (filters.trashed) return t('filter.trash');
    return filters.status ? t(`status.${filters.status}`) : t('filter.all');
  }
}

interface NameSubmenuProps {
  readonly label: string;
  readonly names: readonly { readonly name: string; readonly count?: number }[];
  readonly onChoose: (name: string) => void;
}

function NameSubmenu({ label, names, onChoose }: NameSubmenuProps) {
  return (
    <SubmenuTrigger>
      <MenuItem className="menu-item" isDisabled={names.length === 0}>
        <span className="grow">{label}</span>
        <span aria-hidden>›</span>
      </MenuItem>
      <Popover className="menu-popover">
        <Menu className="menu" aria-label={label}>
          {names.map(({ name, count }) => (
            <MenuItem key={name} className="menu-item" textValue={name} onAction={() => onChoose(name)}>
              <span className="grow">{name}</span>
              <kbd>{count}</kbd>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}
