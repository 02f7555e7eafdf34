/** How far the review is, and the verdicts one can give: each is about exactly the text as it is now. */
import { useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReviewVerdict } from '#shared/contract/history.ts';
import type { Standing } from '#shared/review/standing.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { draftVersion, useComparison } from '#renderer/history/comparison.tsx';
import { momentOf } from '#renderer/history/version-label.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import styles from './review.module.css';

export function StandingCard({ session, standing }: { session: DraftSession; standing: Standing }) {
  const { t, i18n } = useTranslation('review');
  const client = useClient();
  const { attempt } = useNotices();
  const { compare } = useComparison();
  const [note, setNote] = useState('');
  const { postId } = session;
  const verdict = standing.kind === 'none' ? null : standing.verdict;

  const decide = (next: ReviewVerdict) =>
    void attempt(async () => {
      await session.flush();
      await client.review.decide({
        postId,
        revisionId: null,
        draftVersion: session.version(),
        verdict: next,
        note,
      });
      setNote('');
    });
  const offered: readonly ReviewVerdict[] =
    standing.kind === 'ready'
      ? ['approved', 'changes-asked']
      : standing.kind === 'approved'
        ? ['changes-asked']
        : ['ready', 'approved'];
  return (
    <div className={styles['standing']} data-standing={standing.kind}>
      <p role="status">
        {t(`standing.${standing.kind}`, {
          author: verdict?.author ?? '',
          date: verdict ? momentOf(verdict.createdAt, i18n.language) : '',
        })}
      </p>
      {verdict && verdict.note !== '' && <p className={styles['note']}>{verdict.note}</p>}
      {standing.kind === 'lapsed' && (
        <Button
          className="link-button"
          onPress={() => compare({ before: standing.verdict.revisionId, after: draftVersion })}
        >
          {t('lapsedAction')}
        </Button>
      )}
      <TextField className="field" value={note} onChange={setNote} maxLength={5_000}>
        <Label>{t('decide.note')}</Label>
        <TextArea rows={1} />
      </TextField>
      <div className={styles['row']}>
        {offered.map((next) => (
          <Button key={next} className="button" onPress={() => decide(next)}>
            {t(`decide.${next}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
