/** Tells the session what is selected, and marks commented words, without touching the text. */
import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import type { Anchor } from '#shared/contract/review.ts';
import { $selectedAnchor, rangesOf } from './anchors.ts';
import type { DraftSession } from './saving/draft-session.ts';

const highlightName = 'brulion-comments';
/** After the last change, ms: finding the words again is not worth a key's time. */
const settleMs = 400;

export function useAnchors(editor: LexicalEditor, session: DraftSession): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = () => markWords(editor, session.commentedWords.get());
    const markSoon = () => {
      clearTimeout(timer);
      if (session.commentedWords.get().length > 0) timer = setTimeout(mark, settleMs);
    };
    const stops = [
      editor.registerUpdateListener(({ editorState, dirtyElements }) => {
        session.selectedWords.set(editorState.read($selectedAnchor));
        if (dirtyElements.size > 0) markSoon();
      }),
      session.commentedWords.subscribe(mark),
      session.onShowWords((anchor) => {
        const [range] = rangesOf(editor, [anchor]);
        range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        return range !== null && range !== undefined;
      }),
    ];
    mark();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      CSS.highlights?.delete(highlightName);
    };
  }, [editor, session]);
}

/** The page's own highlights: the text's elements stay as they are. Browsers without them show no marks. */
function markWords(editor: LexicalEditor, anchors: readonly Anchor[]): void {
  if (typeof Highlight === 'undefined') return;
  const ranges = rangesOf(editor, anchors).filter((range) => range !== null);
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}
