/** Tells the session which words of the compared text are selected, as the editor does while one writes. */
import { useEffect, type RefObject } from 'react';
import type { PostDocument } from '#shared/document/post-document.ts';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { selectedInComparison } from './selected-in-comparison.ts';

export function useComparisonSelection(
  session: DraftSession,
  page: RefObject<HTMLElement | null>,
  after: PostDocument | null,
): void {
  useEffect(() => {
    if (!after) return undefined;
    session.selectedWords.set(null);
    const look = () => {
      const at = document.getSelection()?.anchorNode;
      // What is selected in a field beside the comparison, or in nothing, leaves the words as they are.
      if (!at || !page.current?.contains(at)) return;
      session.selectedWords.set(selectedInComparison(page.current, after));
    };
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
      session.selectedWords.set(null);
    };
  }, [session, page, after]);
}
