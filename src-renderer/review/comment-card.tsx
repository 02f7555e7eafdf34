/** One comment with its replies; a suggestion can be accepted or rejected. */
import { useState } from 'react';
import { Button, Form, Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Comment } from '#shared/contract/review.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { momentOf } from '#renderer/history/version-label.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import styles from './review.module.css';
import { useAcceptSuggestion } from './use-accept-suggestion.ts';

export function CommentCard({ session, comment }: { session: DraftSession; comment: Comment }) {
  const { t, i18n } = useTranslation('review');
  const client = useClient();
  const { attempt, say } = useNotices();
  const accept = useAcceptSuggestion(session);
  const {
    id: commentId,
    anchor,
    author,
    createdAt,
    text,
    suggestion,
    outcome,
    resolvedAt,
    resolvedBy,
  } = comment;
  const isOpen = resolvedAt === null;
  const resolve = (resolved: boolean, next: Comment['outcome'] = null) =>
    void attempt(() => client.review.resolve({ commentId, resolved, outcome: next }));
  return (
    <li className={styles['comment']} data-open={isOpen}>
      {anchor && anchor.exact !== '' && (
        <Button
          className={styles['quote'] ?? ''}
          aria-label={`${t('comment.show')}: ${anchor.exact}`}
          onPress={() => !session.showWords(anchor) && say(t('comment.lost'))}
        >
          {anchor.exact}
        </Button>
      )}
      <Said author={author} moment={momentOf(createdAt, i18n.language)} text={text} />
      {suggestion !== null && (
        <p className={styles['suggestion']}>
          {t('comment.suggests')} <ins>{suggestion}</ins> {outcome && <em>{t(`comment.${outcome}`)}</em>}
        </p>
      )}
      {comment.replies.map((reply) => (
        <Said
          key={reply.id}
          author={reply.author}
          moment={momentOf(reply.createdAt, i18n.language)}
          text={reply.text}
        />
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
            <Button
              className="link-button"
              onPress={() => void attempt(() => client.review.remove({ commentId }))}
            >
              {t('comment.remove')}
            </Button>
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

function Said({ author, moment, text }: { author: string; moment: string; text: string }) {
  return (
    <div className={styles['said']}>
      <strong>{author}</strong> <small>{moment}</small>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}

function ReplyForm({ commentId }: { commentId: string }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { attempt } = useNotices();
  const [text, setText] = useState('');
  async function reply(): Promise<void> {
    if (text.trim() === '') return;
    if (await attempt(() => client.review.reply({ commentId, text: text.trim() }))) setText('');
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void reply();
      }}
    >
      <TextField
        className="field"
        aria-label={t('comment.reply')}
        value={text}
        onChange={setText}
        maxLength={10_000}
      >
        <Input placeholder={t('comment.reply')} />
      </TextField>
    </Form>
  );
}
