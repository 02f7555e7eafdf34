/** The library: every post, found by words and filters. */
import { useQuery } from '@tanstack/react-query';
import { Plus, Search, Settings as SettingsIcon, SquarePen, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PostFilters } from '#shared/contract/posts.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { onRequest, searchRequest } from '#renderer/workspace/requests.ts';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { FilterBar } from './filter-bar.tsx';
import styles from './library-pane.module.css';
import { PostList } from './post-list.tsx';

export function LibraryPane() {
  const { t } = useTranslation('library');
  const client = useClient();
  const { newPost, openDialog } = useWorkspace();
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState<PostFilters>({ trashed: false });
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const facets = useQuery({ queryKey: ['facets'], queryFn: () => client.posts.facets() });

  useEffect(() => onRequest(searchRequest, () => search.current?.select()), []);

  return (
    <>
      <div className={styles['top']}>
        <div className={styles['row']}>
          <h1 className={styles['brand']}>Brulion</h1>
          <Button
            className="button"
            onPress={() => {
              setQuery('');
              setFilters({ trashed: false });
              newPost();
            }}
          >
            <SquarePen size={16} aria-hidden /> {t('newPost')}
          </Button>
        </div>
        <SearchField
          aria-label={t('search')}
          value={query}
          onChange={setQuery}
          className={styles['search'] ?? ''}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('a')?.focus();
          }}
        >
          <Search size={16} aria-hidden />
          <Input ref={search} placeholder={t('searchHint')} />
          <Button aria-label={t('clearSearch')}>
            <X size={14} aria-hidden />
          </Button>
        </SearchField>
        <FilterBar filters={filters} facets={facets.data ?? null} onChange={setFilters} />
      </div>
      <PostList ref={list} query={query.trim()} filters={filters} />
      <div className={styles['bottom']}>
        <Button className="button button-quiet" onPress={() => openDialog('add-blog')}>
          <Plus size={16} aria-hidden /> {t('addBlog')}
        </Button>
        <Button className="icon-button" aria-label={t('settings')} onPress={() => openDialog('settings')}>
          <SettingsIcon size={18} aria-hidden />
        </Button>
      </div>
    </>
  );
}
