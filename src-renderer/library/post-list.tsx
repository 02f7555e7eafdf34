/** The list of posts. Only the rows in sight exist, however many there are. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PostFilters } from '#shared/contract/posts.ts';
import { ask, backupsRequest } from '#renderer/workspace/requests.ts';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import styles from './library-pane.module.css';
import { PostRow } from './post-row.tsx';
import { usePostPages } from './use-post-pages.ts';
import { usePostActions } from './use-post-actions.ts';

/** CSS pixels; the same for every row, so that the list never shifts. */
const rowHeight = 84;

interface PostListProps {
  readonly query: string;
  readonly filters: PostFilters;
  readonly ref: Ref<HTMLDivElement>;
}

export function PostList({ query, filters, ref }: PostListProps) {
  const { t } = useTranslation(['library', 'errors', 'backups']);
  const { postId, openPost, newPost } = useWorkspace();
  const { trash } = usePostActions();
  const scroller = useRef<HTMLDivElement>(null);
  const [inSight, setInSight] = useState({ first: 0, last: 0 });
  const pages = usePostPages(query, filters, inSight.first, inSight.last);
  const count = pages.total ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    onChange: ({ range }) => {
      const first = range?.startIndex ?? 0;
      const last = range?.endIndex ?? 0;
      setInSight((before) => (before.first === first && before.last === last ? before : { first, last }));
    },
  });
  const rows = virtual.getVirtualItems();

  const focusRow = (index: number) => {
    if (index < 0 || index >= count) return;
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const link = event.target instanceof HTMLElement && event.target.matches('a') ? event.target : null;
    const index = Number(link?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN);
    const post = pages.at(index);
    if (!post) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(index + 1),
      ArrowUp: () => focusRow(index - 1),
      Home: () => focusRow(0),
      End: () => focusRow(count - 1),
      Delete: () => !filters.trashed && trash(post),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  const tabStop = tabStopAmong(
    rows.map(({ index }) => pages.at(index)?.id ?? null),
    postId,
  );
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      className={styles['scroller']}
    >
      {pages.failure !== null && (
        <div className={styles['nothing']} role="alert">
          <p>{t(`errors:${pages.failure}`)}</p>
          {pages.failure === 'library-damaged' && (
            <Button className="button" onPress={() => ask(backupsRequest)}>
              {t('backups:open')}
            </Button>
          )}
        </div>
      )}
      {pages.failure === null && pages.total === 0 && (
        <div className={styles['nothing']}>
          <p>{t(emptyText(query, filters))}</p>
          {query === '' && !filters.trashed && (
            <Button className="button" onPress={newPost}>
              {t('firstPost')}
            </Button>
          )}
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move among its links */}
      <ul
        className={styles['list']}
        aria-label={t('posts')}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {rows.map(({ index, start }) => {
          const post = pages.at(index);
          return (
            <li
              key={post?.id ?? index}
              data-index={index}
              className={styles['item']}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              aria-setsize={count}
              aria-posinset={index + 1}
            >
              {post && (
                <PostRow
                  post={post}
                  isOpen={post.id === postId}
                  isTabStop={post.id === tabStop}
                  onOpen={() => openPost(post.id)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The row that Tab leads to: the open post when it is in sight, else the first. */
function tabStopAmong(ids: readonly (string | null)[], openId: string | null): string | null {
  return ids.includes(openId) ? openId : (ids[0] ?? null);
}

function emptyText(query: string, filters: PostFilters) {
  if (query !== '') return 'nothing.found';
  if (filters.trashed) return 'nothing.trash';
  return Object.keys(filters).length > 1 ? 'nothing.filtered' : 'nothing.yet';
}
