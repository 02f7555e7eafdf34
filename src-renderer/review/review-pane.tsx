/** A post's review: how far it is, what was said, and saying something. */
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { CommentCard } from './comment-card.tsx';
import { NewComment } from './new-comment.tsx';
import { ReviewFile } from './review-file.tsx';
import styles from './review.module.css';
import { StandingCard } from './standing-card.tsx';
import { useReview } from './use-review.ts';

export function ReviewPane() {
  const session = useDraft();
  return session ? <ReviewOf key={session.postId} session={session} /> : null;
}

function ReviewOf({ session }: { session: DraftSession }) {
  const { t } = useTranslation('review');
  const review = useReview(session);
  const [showsResolved, setShowsResolved] = useState(false);
  if (!review) return null;
  const open = review.comments.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = review.comments.filter(({ resolvedAt }) => resolvedAt !== null);
  const shown = showsResolved ? review.comments : open;
  return (
    <section className={styles['review']} aria-label={t('title')}>
      <StandingCard session={session} standing={review.standing} />
      <NewComment session={session} />
      {review.comments.length === 0 && <p className={styles['hint']}>{t('comment.none')}</p>}
      <ul className={styles['comments']} aria-label={t('comment.list')}>
        {shown.map((comment) => (
          <CommentCard key={comment.id} session={session} comment={comment} />
        ))}
      </ul>
      {resolved.length > 0 && !showsResolved && (
        <Button className="link-button" onPress={() => setShowsResolved(true)}>
          {t('comment.showResolved', { count: resolved.length })}
        </Button>
      )}
      <ReviewFile session={session} />
    </section>
  );
}
