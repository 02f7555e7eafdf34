/** Every version of the open post, newest first. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Revision } from '#shared/contract/history.ts';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { ask, nameVersionRequest } from '#renderer/workspace/requests.ts';
import styles from './history.module.css';
import { NameDialog } from './name-dialog.tsx';
import { RevisionRow } from './revision-row.tsx';
import { ThinningPolicy } from './thinning-policy.tsx';
import { useTimeline } from './use-timeline.ts';

export function Timeline() {
  const session = useDraft();
  return session ? <TimelineOf key={session.postId} session={session} /> : null;
}

function TimelineOf({ session }: { session: DraftSession }) {
  const { t } = useTranslation('history');
  const timeline = useTimeline(session.postId);
  const [renamed, setRenamed] = useState<Revision | null>(null);
  if (!timeline) return null;
  const { revisions, draftHash, more } = timeline;
  return (
    <section className={styles['timeline']} aria-label={t('title')}>
      <Button className="button" onPress={() => ask(nameVersionRequest)}>
        {t('name.action')}
      </Button>
      {revisions.length === 0 && <p className={styles['hint']}>{t('empty')}</p>}
      <ol className={styles['revisions']} aria-label={t('list')}>
        {revisions.map((revision, at) => (
          <RevisionRow
            key={revision.id}
            session={session}
            revision={revision}
            previousId={revisions[at + 1]?.id ?? null}
            isDraft={revision.contentHash === draftHash}
            onName={() => setRenamed(revision)}
          />
        ))}
      </ol>
      {more && (
        <Button className="link-button" onPress={more}>
          {t('more')}
        </Button>
      )}
      <ThinningPolicy />
      {renamed && <NameDialog session={session} revision={renamed} onClose={() => setRenamed(null)} />}
    </section>
  );
}
