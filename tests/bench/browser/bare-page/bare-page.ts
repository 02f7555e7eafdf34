/** The reference: Lexical with nothing around it but rich text. */
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { createEditor } from 'lexical';

declare global {
  interface Window {
    /** Shows a body (serialized editor state, JSON) in an editor of its own, in place of the one before. */
    openBare?: (body: string) => void;
  }
}

let close = () => {};

window.openBare = (body) => {
  close();
  const root = document.createElement('div');
  root.contentEditable = 'true';
  root.className = 'b-body';
  document.querySelector('#place')?.replaceChildren(root);
  const editor = createEditor({
    namespace: 'bare',
    nodes: [HeadingNode, QuoteNode],
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(root);
  close = registerRichText(editor);
  editor.setEditorState(editor.parseEditorState(body));
};
