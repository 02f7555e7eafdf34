/** One window with a draft open in it, and an editor that tells the session what is typed. */
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditorWithDispose } from 'lexical';
import type { BrulionClient } from '#shared/contract/contract.ts';
import type { SerializedEditorState } from 'lexical';
import { createDraftSession, type DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { createDocumentEditor } from '#shared/document/document-extension.ts';
import { plainText } from '#shared/document/text.ts';
import { postId, type DraftLibrary } from './draft-library.ts';

export interface DraftWindow {
  readonly session: DraftSession;
  readonly editor: LexicalEditorWithDispose;
  /** The text in this window's editor. */
  readonly text: () => string;
  type(words: string): void;
  /** Takes the editor away, as leaving the post does. */
  readonly detach: () => void;
}

export async function openDraft(library: DraftLibrary, windowId: string): Promise<DraftWindow> {
  const client: BrulionClient = library.openWindow(windowId);
  const session = createDraftSession(client, await client.drafts.open({ postId }));
  const editor = createDocumentEditor(session.initialBody);
  const detach = session.attach(editor);
  // As use-body-changes.ts has it.
  editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    if (!tags.has('brulion-load')) session.bodyChanged();
  });
  return {
    session,
    editor,
    detach,
    text: () => plainText(editor.getEditorState().toJSON()),
    type(words) {
      editor.update(() => $getRoot().append($createParagraphNode().append($createTextNode(words))), {
        discrete: true,
      });
    },
  };
}

export const wordsOf = ({ body }: { readonly body: SerializedEditorState }) => plainText(body);
