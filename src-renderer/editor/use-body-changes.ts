/** Tells the session of every change of the text, and counts its words when there is time for it. */
import { $getRoot, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import type { DraftSession } from './saving/draft-session.ts';

const countDelayMs = 400;

export function useBodyChanges(editor: LexicalEditor, session: DraftSession): void {
  useEffect(() => {
    const detach = session.attach(editor);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => session.setCounts(editor.getEditorState().read(() => $getRoot().getTextContent()));
    const countSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => requestIdleCallback(count, { timeout: 2_000 }), countDelayMs);
    };
    requestIdleCallback(count, { timeout: 500 });
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      countSoon();
      // What was just loaded is stored already.
      if (!tags.has('brulion-load')) session.bodyChanged();
    });
    return () => {
      clearTimeout(timer);
      stop();
      detach();
    };
  }, [editor, session]);
}
