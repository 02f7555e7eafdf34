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
        if (!range) return false;
        const { startContainer } = range;
        const shown = startContainer instanceof Element ? startContainer : startContainer.parentElement;
        shown?.scrollIntoView({ block: 'center' });
        return true;
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
  // In a picture stand the labels of its fields, which nobody commented on.
  const isText = (range: Range | null): range is Range =>
    range !== null &&
    !(range.startContainer instanceof HTMLElement && !range.startContainer.isContentEditable);
  const ranges = rangesOf(editor, anchors).filter(isText);
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}
