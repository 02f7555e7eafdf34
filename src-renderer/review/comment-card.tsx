/** One comment with its replies; a suggestion can be accepted or rejected. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Comment } from '#shared/contract/review.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { momentOf } from '#renderer/history/version-label.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { anchorLabel } from './anchor-label.ts';
import { RemoveComment } from './remove-comment.tsx';
import { ReplyForm } from './reply-form.tsx';
import styles from './review.module.css';
import { useAcceptSuggestion } from './use-accept-suggestion.ts';
import { useShowWords } from './use-show-words.ts';

export function CommentCard({ session, comment }: { session: DraftSession; comment: Comment }) {
  const { t, i18n } = useTranslation('review');
  const client = useClient();
  const { attempt } = useNotices();
  const accept = useAcceptSuggestion(session);
  const show = useShowWords(session);
  const { id: commentId, anchor, suggestion, outcome, resolvedAt, resolvedBy } = comment;
  const isOpen = resolvedAt === null;
  const resolve = (resolved: boolean, next: 'rejected' | null = null) =>
    void attempt(() => client.review.resolve({ commentId, resolved, outcome: next }));
  return (
    <li className={styles['comment']} data-open={isOpen}>
      {anchor && (
        <Button
          className={styles['quote'] ?? ''}
          aria-label={`${t('comment.show')}: ${anchorLabel(anchor, t)}`}
          onPress={() => show(anchor)}
        >
          {anchorLabel(anchor, t)}
        </Button>
      )}
      <Said {...comment} language={i18n.language} />
      {suggestion !== null && (
        <p className={styles['suggestion']}>
          {t('comment.suggests')}{' '}
          {suggestion === '' ? <em>{t('comment.suggestsNothing')}</em> : <ins>{suggestion}</ins>}{' '}
          {outcome && <em>{t(`comment.${outcome}`)}</em>}
        </p>
      )}
      {comment.replies.map((reply) => (
        <Said key={reply.id} {...reply} language={i18n.language} />
      ))}
      {isOpen ? (
        <>
          {suggestion !== null && (
            <div className={styles['row']}>
              <Button className="button" onPress={() => void accept(comment)}>
                {t('comment.accept')}
              </Button>
              <Button className="button" onPress={() => resolve(true, 'rejected')}>
                {t('comment.reject')}
              </Button>
            </div>
          )}
          <ReplyForm commentId={commentId} />
          <div className={styles['row']}>
            <Button className="link-button" onPress={() => resolve(true)}>
              {t('comment.resolve')}
            </Button>
            <RemoveComment commentId={commentId} />
          </div>
        </>
      ) : (
        <p className={styles['hint']}>
          {t('comment.resolvedBy', { author: resolvedBy ?? '' })}{' '}
          <Button className="link-button" onPress={() => resolve(false)}>
            {t('comment.reopen')}
          </Button>
        </p>
      )}
    </li>
  );
}

interface SaidProps extends Pick<Comment, 'author' | 'createdAt' | 'text'> {
  readonly language: string;
}

function Said({ author, createdAt, text, language }: SaidProps) {
  return (
    <div className={styles['said']}>
      <strong>{author}</strong> <small>{momentOf(createdAt, language)}</small>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}
