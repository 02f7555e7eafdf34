/** Removes a comment with its replies for good, so it asks once more. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';

export function RemoveComment({ commentId }: { commentId: string }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { attempt } = useNotices();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button className="link-button" onPress={() => setAsking(true)}>
        {t('comment.remove')}
      </Button>
    );
  return (
    <>
      <Button
        className="link-button"
        autoFocus
        onPress={() => void attempt(() => client.review.remove({ commentId }))}
      >
        {t('comment.removeForGood')}
      </Button>
      <Button className="link-button" onPress={() => setAsking(false)}>
        {t('comment.keep')}
      </Button>
    </>
  );
}
