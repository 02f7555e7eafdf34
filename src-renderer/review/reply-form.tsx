/** Answers a comment. */
import { useState } from 'react';
import { Button, Form, Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import styles from './review.module.css';

export function ReplyForm({ commentId }: { commentId: string }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { attempt } = useNotices();
  const [text, setText] = useState('');
  const canReply = text.trim() !== '';

  async function reply(): Promise<void> {
    if (!canReply) return;
    if (await attempt(() => client.review.reply({ commentId, text: text.trim() }))) setText('');
  }
  return (
    <Form
      className={styles['reply'] ?? ''}
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
      {canReply && (
        <Button className="button" type="submit">
          {t('comment.send')}
        </Button>
      )}
    </Form>
  );
}
