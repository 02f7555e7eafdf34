/** In a text that is only read, links are live: one opens beside the application and never in its place. */
import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';

export function useLinksBeside(editor: LexicalEditor): void {
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || editor.isEditable()) return;
      event.preventDefault();
      // What Lexical found no good address leads to about:blank.
      if (/^(https?|mailto|tel):$/.test(link.protocol)) window.open(link.href, '_blank', 'noopener');
    };
    return editor.registerRootListener((root, before) => {
      before?.removeEventListener('click', open);
      root?.addEventListener('click', open);
    });
  }, [editor]);
}
