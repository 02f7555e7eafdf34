/** Title, toolbar and text, around one Lexical editor. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodedError } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { insertImages, pickFiles } from './features/insert-images.ts';
import { NodeViews } from './features/node-views.tsx';
import { PastePlugin } from './features/paste.tsx';
import { SlashMenu } from './features/slash-menu.tsx';
import styles from './post-editor.module.css';
import './body.css';
import type { DraftSession } from './saving/draft-session.ts';
import { useStore } from './saving/store.ts';
import { Title } from './title.tsx';
import { FloatingToolbar } from './toolbar/floating-toolbar.tsx';
import { LinkDialog } from './toolbar/link-dialog.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { useAnchors } from './use-anchors.ts';
import { useBodyChanges } from './use-body-changes.ts';
import { useFarBlocks } from './use-far-blocks.ts';
import { useLinkShortcut } from './use-link-shortcut.ts';
import { useLinksBeside } from './use-links-beside.ts';

export function Body({ session }: { session: DraftSession }) {
  const { t } = useTranslation(['editor', 'errors']);
  const [editor] = useLexicalComposerContext();
  const client = useClient();
  const { language } = useStore(session.fields);
  const isReadOnly = useStore(session.readOnly) !== null;
  const [linkAddress, setLinkAddress] = useState<string | null>(null);
  const [notice, setNotice] = useState('');

  useBodyChanges(editor, session);
  useFarBlocks(editor);
  useAnchors(editor, session);
  useLinksBeside(editor);
  useEffect(() => editor.setEditable(!isReadOnly), [editor, isReadOnly]);
  const openLink = useLinkShortcut(editor, setLinkAddress);

  const takeImages = useCallback(
    (files: File[]) => {
      if (files.length === 0) return;
      setNotice(t('image.adding', { count: files.length }));
      insertImages(editor, client, files).then(
        () => setNotice(''),
        (error: unknown) => setNotice(t(`errors:${error instanceof CodedError ? error.code : 'internal'}`)),
      );
    },
    [editor, client, t],
  );
  const pickImage = useCallback(() => void pickFiles().then(takeImages), [takeImages]);

  return (
    <>
      <div className={styles['toolbar']}>
        <Toolbar disabled={isReadOnly} pickImage={pickImage} onLink={openLink} />
      </div>
      <p className={styles['notice']} role="status" aria-label={t('image.notice')} data-shown={notice !== ''}>
        {notice}
      </p>
      <div className={styles['sheet']}>
        <Title session={session} disabled={isReadOnly} />
        <ContentEditable
          className="b-body"
          aria-label={t('body.label')}
          aria-multiline
          aria-readonly={isReadOnly}
          lang={language}
          spellCheck
          aria-placeholder={t('body.placeholder')}
          placeholder={<div className="b-placeholder">{t('body.placeholder')}</div>}
        />
      </div>
      <NodeViews />
      <PastePlugin onImages={takeImages} />
      <SlashMenu pickImage={pickImage} />
      {!isReadOnly && <FloatingToolbar onLink={openLink} />}
      {linkAddress !== null && <LinkDialog address={linkAddress} onClose={() => setLinkAddress(null)} />}
    </>
  );
}
