/** Paste and drop: pictures become assets, HTML comes in sanitized through the document's own bridge. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { DRAG_DROP_PASTE, eventFiles } from '@lexical/rich-text';
import {
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $parseSerializedNode,
  COMMAND_PRIORITY_HIGH,
  mergeRegister,
  PASTE_COMMAND,
  type SerializedLexicalNode,
} from 'lexical';
import { TOGGLE_LINK_COMMAND } from '@lexical/link';
import { useEffect } from 'react';
import { htmlToBody } from '#shared/document/html.ts';
import { safeUrl } from '#shared/document/safe-url.ts';
import { blocksOf } from '#shared/document/serialized.ts';

export function PastePlugin({ onImages }: { onImages: (files: File[]) => void }) {
  const [editor] = useLexicalComposerContext();

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(DRAG_DROP_PASTE, takePictures(onImages), COMMAND_PRIORITY_HIGH),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            const data = event instanceof ClipboardEvent ? event.clipboardData : null;
            if (!data) return false;
            const html = data.getData('text/html');
            // Word processors put a picture of the text beside the text itself: the text is meant. A browser's
            // “Copy image” puts the picture's element beside it: the picture is meant.
            const [, files] = eventFiles(event);
            const isPicture = html === '' || /^\s*(<meta[^>]*>)?\s*<img[^>]*>\s*$/i.test(html);
            if (files.length > 0 && isPicture && takePictures(onImages)(files)) {
              event.preventDefault();
              return true;
            }
            if (data.types.includes('application/x-lexical-editor')) return false;
            if (
              linkSelection(data.getData('text/plain'), (url) =>
                editor.dispatchCommand(TOGGLE_LINK_COMMAND, url),
              )
            ) {
              event.preventDefault();
              return true;
            }
            if (html === '') return false;
            event.preventDefault();
            insertHtml(html);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, onImages],
  );
  return null;
}

function takePictures(onImages: (files: File[]) => void) {
  return (files: File[]): boolean => {
    const pictures = files.filter(({ type }) => type.startsWith('image/'));
    if (pictures.length > 0) onImages(pictures);
    return pictures.length > 0;
  };
}

/** An address pasted over selected words links them. */
function linkSelection(text: string, link: (url: string) => void): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(text.trim())) return false;
  const url = safeUrl(text.trim());
  if (url === null) return false;
  link(url);
  return true;
}

function insertHtml(html: string): void {
  const blocks = blocksOf(htmlToBody(html, { resolveAsset: () => null }));
  const [only] = blocks;
  // A few words from elsewhere go on with the line they are pasted into.
  const nodes = blocks.length === 1 && only?.type === 'paragraph' ? only.children : blocks;
  $insertNodes(nodes.map((node) => $parseSerializedNode(node as unknown as SerializedLexicalNode)));
}
