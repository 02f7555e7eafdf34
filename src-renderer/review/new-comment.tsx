/** A comment on the selected words, or on the post; it may suggest other words. */
import { useState } from 'react';
import { Button, Form, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isReplaceable } from '#shared/review/locate-anchor.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useStore } from '#renderer/editor/saving/store.ts';
import { draftVersion, useComparison } from '#renderer/history/comparison.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { anchorLabel } from './anchor-label.ts';
import styles from './review.module.css';

export function NewComment({ session }: { session: DraftSession }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { attempt } = useNotices();
  const { compared } = useComparison();
  const anchor = useStore(session.selectedWords);
  const [text, setText] = useState('');
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const canSuggest = anchor !== null && isReplaceable(anchor);
  const suggests = canSuggest && suggestion !== null;
  const canAdd = text.trim() !== '' || suggests;

  async function add(): Promise<void> {
    const isDone = await attempt(async () => {
      await session.flush();
      await client.review.comment({
        postId: session.postId,
        revisionId: compared === null || compared.after === draftVersion ? null : compared.after,
        anchor,
        text: text.trim(),
        suggestion: suggests ? suggestion : null,
      });
    });
    if (!isDone) return;
    setText('');
    setSuggestion(null);
  }
  return (
    <Form
      className={styles['new'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        if (canAdd) void add();
      }}
    >
      <p className={styles['hint']}>
        {anchor
          ? t(anchor.exact === '' ? 'comment.onBlock' : 'comment.on', { words: anchorLabel(anchor, t) })
          : t('comment.onPost')}
      </p>
      <TextField className="field" value={text} onChange={setText} maxLength={10_000}>
        <Label>{t('comment.label')}</Label>
        <TextArea rows={2} />
      </TextField>
      {suggests && (
        <TextField className="field" value={suggestion} onChange={setSuggestion} maxLength={10_000}>
          <Label>{t('comment.suggestion')}</Label>
          <TextArea rows={2} />
        </TextField>
      )}
      <div className={styles['row']}>
        <Button className="button" type="submit" isDisabled={!canAdd}>
          {t('comment.add')}
        </Button>
        {canSuggest && suggestion === null && (
          <Button className="link-button" onPress={() => setSuggestion(anchor.exact)}>
            {t('comment.suggest')}
          </Button>
        )}
      </div>
    </Form>
  );
}
