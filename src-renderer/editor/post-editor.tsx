/** The open post: its title and its text, in a calm column. */
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useMemo } from 'react';
import { Body } from './body.tsx';
import { Banners } from './banners.tsx';
import { useDraft } from './draft-provider.tsx';
import { writeExtension } from './features/write-extension.ts';
import styles from './post-editor.module.css';
import type { DraftSession } from './saving/draft-session.ts';

export function PostEditor() {
  const session = useDraft();
  return session ? <OpenPost key={session.postId} session={session} /> : <div className={styles['column']} />;
}

function OpenPost({ session }: { session: DraftSession }) {
  const extension = useMemo(() => writeExtension(session.initialBody, session.readOnly.get() === null), [session]);
  return (
    <div className={styles['column']}>
      <Banners session={session} />
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <Body session={session} />
      </LexicalExtensionComposer>
    </div>
  );
}
