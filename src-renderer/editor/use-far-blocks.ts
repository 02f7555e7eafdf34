/**
 * Blocks far from what is in sight are marked, so that style sheets can leave them unrendered: what keeps very long posts
 * quick. A block is marked only once it is known to be far: `content-visibility` on a block just made, which no frame has
 * shown yet, loses the caret in it.
 */
import type { LexicalEditor } from 'lexical';
import { useLayoutEffect } from 'react';

/** How far beyond the window a block still counts as near, CSS pixels. */
const nearMargin = '1200px 0px';
/** A post’s first screens; what comes after them is far when it opens. */
const firstBlocks = 60;

export function useFarBlocks(editor: LexicalEditor): void {
  useLayoutEffect(
    () =>
      editor.registerRootListener((root) => {
        if (!root) return undefined;
        const sight = new IntersectionObserver(
          (entries) => {
            for (const { target, isIntersecting } of entries)
              target.toggleAttribute('data-far', !isIntersecting);
          },
          { rootMargin: nearMargin },
        );
        const blocks = new MutationObserver((records) => {
          for (const { addedNodes, removedNodes } of records) {
            for (const node of addedNodes) if (node instanceof Element) sight.observe(node);
            for (const node of removedNodes) if (node instanceof Element) sight.unobserve(node);
          }
        });
        for (const [at, block] of [...root.children].entries()) {
          if (at >= firstBlocks) block.toggleAttribute('data-far', true);
          sight.observe(block);
        }
        blocks.observe(root, { childList: true });
        return () => {
          blocks.disconnect();
          sight.disconnect();
        };
      }),
    [editor],
  );
}
