/** One post in the list: title, first words or the words around the hit, state, and when it was changed. */
import { Ellipsis } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { mediaUrl } from '#shared/contract/media-address.ts';
import type { PostSummary } from '#shared/contract/posts.ts';
import { displayLocale } from '#renderer/i18n/i18n.ts';
import styles from './library-pane.module.css';
import { Marked } from './marked.tsx';
import { PostMenuItems } from './post-menu-items.tsx';
import { relativeTime } from './relative-time.ts';

interface PostRowProps {
  readonly post: PostSummary;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: () => void;
}

export function PostRow({ post, isOpen, isTabStop, onOpen }: PostRowProps) {
  const { t, i18n } = useTranslation('library');
  const [isMenuOpen, setMenuOpen] = useState(false);
  const id = useId();
  return (
    <div
      className={styles['post']}
      data-open={isOpen}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <a
        id={id}
        href={`#/post/${post.id}`}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isOpen ? 'page' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        <span className={styles['title']}>
          {post.title.length > 0 ? <Marked text={post.title} /> : <em>{t('untitled')}</em>}
        </span>
        <span className={styles['snippet']}>
          <Marked text={post.snippet} />
        </span>
        <span className={styles['facts']}>
          <span className={styles['dot']} data-status={post.status} aria-hidden />
          {t(`status.${post.status}`)}
          {post.pendingJob && (
            <strong data-state={post.pendingJob}> · {t(`pending.${post.pendingJob}`)}</strong>
          )}
          <span className="grow" />
          <time dateTime={post.updatedAt}>{relativeTime(post.updatedAt, displayLocale(i18n.language))}</time>
        </span>
      </a>
      {post.featuredImage && (
        <img className={styles['thumb']} src={mediaUrl(post.featuredImage)} alt="" loading="lazy" />
      )}
      <MenuTrigger isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
        <Button
          className={`icon-button ${styles['more']}`}
          aria-label={t('more')}
          aria-describedby={id}
          excludeFromTabOrder={!isTabStop}
        >
          <Ellipsis size={16} aria-hidden />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu" aria-label={t('more')}>
            <PostMenuItems post={post} />
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
