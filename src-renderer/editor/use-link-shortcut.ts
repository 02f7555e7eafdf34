/** Opens the link dialog for the selected words, or the link the caret is in. */
import { $isLinkNode } from '@lexical/link';
import { $findMatchingParent } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect } from 'react';

/** Answers a function that opens it; Ctrl/Cmd-K does too, when there is something to link. */
export function useLinkShortcut(editor: LexicalEditor, open: (address: string) => void): () => void {
  const openForSelection = useCallback(
    () =>
      editor.getEditorState().read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
        const address = $isLinkNode(link) ? link.getURL() : null;
        if (address === null && selection.isCollapsed()) return false;
        open(address ?? '');
        return true;
      }),
    [editor, open],
  );
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (
            event.key.toLowerCase() !== 'k' ||
            !(event.ctrlKey || event.metaKey) ||
            event.shiftKey ||
            event.altKey
          )
            return false;
          if (!openForSelection()) return false;
          // Without this the same keys would open the command palette.
          event.preventDefault();
          event.stopPropagation();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, openForSelection],
  );
  return useCallback(() => void openForSelection(), [openForSelection]);
}
