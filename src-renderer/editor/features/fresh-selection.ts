/** Keys act where the caret is, also while the machine is busy. */
import { defineExtension } from 'lexical';

/**
 * The browser tells of a moved caret in a task of its own, and lets waiting keys go before it: on a busy page Enter
 * right after End would split the paragraph where the caret was before. So that news is told before any key that is
 * more than its own character; those are typed where the browser says in any case.
 */
export const FreshSelectionExtension = defineExtension({
  name: 'brulion/fresh-selection',
  register: (editor) =>
    editor.registerRootListener((root) => {
      if (!root) return undefined;
      const page = root.ownerDocument;
      let told = placeOf(page.getSelection());
      const note = () => {
        told = placeOf(page.getSelection());
      };
      const tell = (event: KeyboardEvent) => {
        if (event.isComposing || isText(event)) return;
        const now = placeOf(page.getSelection());
        if (now.some((part, at) => part !== told[at])) page.dispatchEvent(new Event('selectionchange'));
      };
      page.addEventListener('selectionchange', note);
      root.addEventListener('keydown', tell, { capture: true });
      return () => {
        page.removeEventListener('selectionchange', note);
        root.removeEventListener('keydown', tell, { capture: true });
      };
    }),
});

function placeOf(selection: Selection | null): readonly unknown[] {
  return [selection?.anchorNode, selection?.anchorOffset, selection?.focusNode, selection?.focusOffset];
}

function isText({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey;
}
