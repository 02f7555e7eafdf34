/**
 * Blocks far from what is in sight are marked, so that style sheets can leave them unrendered: what keeps very long posts
 * quick. A block is marked only once it is known to be far: `content-visibility` on a block just made, which no frame has
 * shown yet, loses the caret in it. Found by halving when something scrolls or grows, for an IntersectionObserver looks at
 * every block with every key.
 */
import type { LexicalEditor } from 'lexical';
import { useLayoutEffect } from 'react';

/** How far beyond the window a block still counts as near, CSS pixels. */
const nearMargin = 1_200;
/** A post’s first screens; what comes after them is far when it opens. */
const firstBlocks = 60;

export function useFarBlocks(editor: LexicalEditor): void {
  useLayoutEffect(
    () => editor.registerRootListener((root) => (root ? followSight(root) : undefined)),
    [editor],
  );
}

function followSight(root: HTMLElement): () => void {
  let near = new Set([...root.children].slice(0, firstBlocks));
  for (const block of [...root.children].slice(firstBlocks)) block.toggleAttribute('data-far', true);
  /** Made since the last look: not yet known to be near or far. */
  const fresh = new Set<Element>();
  let frame = 0;

  function look(): void {
    frame = 0;
    const next = new Set(blocksNear(root));
    const caret = document.getSelection()?.anchorNode ?? null;
    for (const block of [...near, ...fresh])
      if (!next.has(block)) block.toggleAttribute('data-far', !block.contains(caret));
    for (const block of next) if (!near.has(block)) block.removeAttribute('data-far');
    near = next;
    fresh.clear();
  }
  const lookSoon = () => void (frame ||= requestAnimationFrame(look));

  const made = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) fresh.add(node);
    lookSoon();
  });
  made.observe(root, { childList: true });
  const size = new ResizeObserver(lookSoon);
  size.observe(root);
  size.observe(document.documentElement);
  window.addEventListener('scroll', lookSoon, { capture: true, passive: true });
  return () => {
    cancelAnimationFrame(frame);
    made.disconnect();
    size.disconnect();
    window.removeEventListener('scroll', lookSoon, { capture: true });
  };
}

/** The blocks in sight and `nearMargin` around it. They stand below one another, so halving finds the first. */
function blocksNear(root: HTMLElement): Element[] {
  const { children } = root;
  let from = 0;
  let to = children.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((children[middle] as Element).getBoundingClientRect().bottom < -nearMargin) from = middle + 1;
    else to = middle;
  }
  const near: Element[] = [];
  const end = window.innerHeight + nearMargin;
  for (let at = from; at < children.length; at++) {
    const block = children[at] as Element;
    if (block.getBoundingClientRect().top > end) break;
    near.push(block);
  }
  return near;
}
