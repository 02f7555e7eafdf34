/** The open post: its title and its text, in a calm column. */
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Body } from './body.tsx';
import { Banners } from './banners.tsx';
import { useDraft, useDraftFailure } from './draft-provider.tsx';
import { writeExtension } from './features/write-extension.ts';
import styles from './post-editor.module.css';
import type { DraftSession } from './saving/draft-session.ts';

export function PostEditor() {
  const { t } = useTranslation('errors');
  const session = useDraft();
  const failure = useDraftFailure();
  if (session) return <OpenPost key={session.postId} session={session} />;
  return (
    <div className={styles['column']}>
      {failure && (
        <p className={styles['banner']} role="alert">
          {t(failure)}
        </p>
      )}
    </div>
  );
}

function OpenPost({ session }: { session: DraftSession }) {
  const extension = useMemo(
    () => writeExtension(session.initialBody, session.readOnly.get() === null),
    [session],
  );
  return (
    <div className={styles['column']}>
      <Banners session={session} />
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <Body session={session} />
      </LexicalExtensionComposer>
    </div>
  );
}
