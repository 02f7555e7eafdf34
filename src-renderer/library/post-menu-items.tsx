/** What can be done with a post in the list. */
import { Copy, RotateCcw, Trash2 } from 'lucide-react';
import { MenuItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PostSummary } from '#shared/contract/posts.ts';
import { usePostActions } from './use-post-actions.ts';

export function PostMenuItems({ post }: { post: PostSummary }) {
  const { t } = useTranslation('library');
  const { duplicate, trash, undelete, deleteForever } = usePostActions();
  if (post.trashedAt !== null) {
    return (
      <>
        <MenuItem className="menu-item" onAction={() => undelete(post.id)}>
          <RotateCcw size={16} aria-hidden /> {t('undelete')}
        </MenuItem>
        <MenuItem className="menu-item menu-danger" onAction={() => deleteForever(post.id)}>
          <Trash2 size={16} aria-hidden /> {t('deleteForever')}
        </MenuItem>
      </>
    );
  }
  return (
    <>
      <MenuItem className="menu-item" onAction={() => duplicate(post.id)}>
        <Copy size={16} aria-hidden /> {t('duplicate')}
      </MenuItem>
      <MenuItem className="menu-item menu-danger" onAction={() => trash(post)}>
        <Trash2 size={16} aria-hidden /> {t('trash')}
      </MenuItem>
    </>
  );
}
