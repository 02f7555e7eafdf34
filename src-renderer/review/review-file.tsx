/** A review by somebody without the application: the file that goes to them, and the one that comes back. */
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CodedError } from '#shared/contract/errors.ts';
import { maxBundleLength } from '#shared/contract/limits.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { download } from '#renderer/workspace/download.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import styles from './review.module.css';

export function ReviewFile({ session }: { session: DraftSession }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { attempt, say } = useNotices();
  const { openPost } = useWorkspace();

  const save = () =>
    void attempt(async () => {
      await session.flush();
      const { postId } = session;
      const { fileName, html } = await client.review.exportBundle({ postId, revisionId: null });
      download(html, fileName);
      say(t('file.saved', { name: fileName }));
    });
  const take = (file: File | undefined) =>
    file &&
    void attempt(async () => {
      const { postId, added, alreadyThere } = await client.review.importBundle({ html: await textOf(file) });
      const isHere = postId === session.postId;
      const known = alreadyThere > 0 ? t('file.known') : t('file.none');
      say(
        added > 0 ? t('file.taken', { count: added }) : known,
        isHere ? undefined : { label: t('file.show'), run: () => openPost(postId) },
      );
    });
  return (
    <section className={styles['file']} aria-label={t('file.title')}>
      <h3>{t('file.title')}</h3>
      <p className={styles['hint']}>{t('file.hint')}</p>
      <div className={styles['row']}>
        <Button className="button" onPress={save}>
          {t('file.save')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['text/html', '.html', '.htm']}
          onSelect={(files) => take(files?.[0])}
        >
          <Button className="button">{t('file.take')}</Button>
        </FileTrigger>
      </div>
    </section>
  );
}

/** A file that is longer than any we make is not even read. */
async function textOf(file: File): Promise<string> {
  if (file.size > maxBundleLength)
    throw new CodedError('bundle-unreadable', 'It is longer than any review file.');
  return file.text();
}
