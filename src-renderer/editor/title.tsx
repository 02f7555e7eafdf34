/** The post's title: one line of thought on as many lines as it needs. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot } from 'lexical';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './post-editor.module.css';
import type { DraftSession } from './saving/draft-session.ts';
import { useStore } from './saving/store.ts';

export function Title({ session, disabled }: { session: DraftSession; disabled: boolean }) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const { title, language } = useStore(session.fields);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (title === '') field.current?.focus();
    // Only when the post opens: a new one begins with its title.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session]);

  const enterBody = () => {
    editor.focus();
    editor.update(() => $getRoot().selectStart());
  };
  return (
    <div className={styles['title']} data-value={title}>
      <textarea
        ref={field}
        rows={1}
        aria-label={t('title.label')}
        placeholder={t('title.placeholder')}
        value={title}
        lang={language}
        readOnly={disabled}
        spellCheck
        onChange={({ target }) => session.updateFields({ title: target.value.replace(/\s*\n\s*/g, ' ') })}
        onKeyDown={(event) => {
          const { selectionStart, value } = event.currentTarget;
          const goesDown = event.key === 'ArrowDown' && selectionStart === value.length;
          if (
            (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) ||
            goesDown
          ) {
            event.preventDefault();
            enterBody();
          }
        }}
      />
    </div>
  );
}
