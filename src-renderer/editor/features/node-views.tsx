/** Puts React views into the elements of headless nodes. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { mergeRegister, type Klass, type LexicalNode, type NodeKey } from 'lexical';
import { useEffect, useState, type ComponentType } from 'react';
import { createPortal } from 'react-dom';
import { ImageNode } from '#shared/document/image-node.ts';
import { OpaqueNode } from '#shared/document/opaque-node.ts';
import { ImageView } from './image-view.tsx';
import { OpaqueView } from './opaque-view.tsx';

type View = ComponentType<{ nodeKey: NodeKey }>;

const views: readonly (readonly [Klass<LexicalNode>, View])[] = [
  [ImageNode, ImageView],
  [OpaqueNode, OpaqueView],
];

export function NodeViews() {
  const [editor] = useLexicalComposerContext();
  const [shown, setShown] = useState<
    ReadonlyMap<NodeKey, { readonly element: HTMLElement; readonly View: View }>
  >(new Map());

  useEffect(
    () =>
      mergeRegister(
        ...views.map(([klass, View]) =>
          editor.registerMutationListener(klass, (mutations) => {
            setShown((before) => {
              const after = new Map(before);
              for (const [key, mutation] of mutations) {
                const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
                if (element) {
                  if (before.get(key)?.element !== element) after.set(key, { element, View });
                } else after.delete(key);
              }
              return after;
            });
          }),
        ),
      ),
    [editor],
  );

  return [...shown].map(([key, { element, View }]) => createPortal(<View nodeKey={key} />, element, key));
}
