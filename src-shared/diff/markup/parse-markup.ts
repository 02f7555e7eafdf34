/** HTML that is kept as it is, read to be compared: what it says, never what it would do. */
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { hastToBody } from '../../document/bridge/hast-to-body.ts';
import { blocksOf, type BlockJson } from '../../document/serialized.ts';

/** Longer than this, its own notation is compared. */
const longestMarkup = 2_000_000;
/** Nested more deeply than any page is; what walks the tree afterwards relies on it. */
const deepest = 60;

/** Elements that show something other than the text in them: a comparison of the text would not be one of them. */
const notText = new Set(
  `applet area audio base button canvas dialog embed fencedframe form frame frameset iframe input isindex keygen link
  listing map marquee math meta meter noembed noframes noscript object optgroup option param picture plaintext portal
  progress script select slot source style svg template textarea title track video xmp`.split(/\s+/),
);

/** The tree; null when it is too long or too deep, or shows what is not text or pictures. */
export function parseMarkup(html: string): Root | null {
  if (html.length > longestMarkup) return null;
  const tree = parsed(html);
  return tree !== null && isReadable(tree) ? tree : null;
}

function parsed(html: string): Root | null {
  try {
    return fromHtml(html, { fragment: true });
  } catch (error) {
    // The parser's tree is made by recursion; so much nesting is no page, and is compared as the text it is.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Looks without recursion, for nothing is known of the depth yet. */
function isReadable(tree: Root): boolean {
  let level: ElementContent[] = tree.children as ElementContent[];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    const next: ElementContent[][] = [];
    for (const node of level) {
      if (node.type !== 'element') continue;
      if (notText.has(node.tagName)) return false;
      next.push(node.children);
    }
    level = next.flat();
  }
  return true;
}

/** As blocks; empty paragraphs say nothing and are left out. */
export function blocksIn(children: readonly ElementContent[]): BlockJson[] {
  const body = hastToBody({ type: 'root', children: [...children] }, { resolveAsset: () => null });
  return blocksOf(body).filter((block) => block.type !== 'paragraph' || block.children.length > 0);
}

/** What a reader sees of a tree, to be held against what was made of it. */
export interface Seen {
  /** Without white space. */
  readonly text: string;
  readonly pictures: number;
}

export function seenInTree(children: readonly ElementContent[]): Seen {
  let pictures = 0;
  const pieces: string[] = [];
  const visit = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === 'text') pieces.push(node.value);
      else if (node.type === 'element') {
        if (node.tagName === 'img') pictures += 1;
        visit(node.children);
      }
    }
  };
  visit(children);
  return { text: withoutSpace(pieces.join('')), pictures };
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
