/** A decorator node's facts, followed as they change. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { useCallback, useSyncExternalStore } from 'react';

/** `read` gives the facts of the node, or null when it is gone; the same object while nothing changed. */
export function useNodeFacts<T>(
  nodeKey: NodeKey,
  read: (node: ReturnType<typeof $getNodeByKey>) => T | null,
): T | null {
  const [editor] = useLexicalComposerContext();
  const subscribe = useCallback((listener: () => void) => editor.registerUpdateListener(listener), [editor]);
  return useSyncExternalStore(subscribe, () =>
    editor.getEditorState().read(() => read($getNodeByKey(nodeKey))),
  );
}
