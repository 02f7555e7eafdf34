/** Markdown as it is typed: `## `, `- `, `1. `, `[ ] `, `> `, ```` ``` ````, `---`, `**bold**` and the like. */
import { $createHorizontalRuleNode } from '@lexical/extension';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type ElementTransformer,
  type Transformer,
} from '@lexical/markdown';
import { $createHeadingNode, $isHeadingNode, HeadingNode } from '@lexical/rich-text';
import { HorizontalRuleNode, $isHorizontalRuleNode } from '@lexical/extension';
import { $createParagraphNode, defineExtension } from 'lexical';

/** One # is a heading of the first level a post has, which is two: the title is the page's first. */
const heading: ElementTransformer = {
  dependencies: [HeadingNode],
  export: (node, exportChildren) =>
    $isHeadingNode(node) ? `${'#'.repeat(Number(node.getTag().slice(1)))} ${exportChildren(node)}` : null,
  regExp: /^(#{1,4})\s/,
  replace(parent, children, match) {
    const level = Math.max(2, match[1]?.length ?? 2);
    const node = $createHeadingNode(`h${level}` as 'h2' | 'h3' | 'h4');
    node.append(...children);
    parent.replace(node);
    node.select(0, 0);
  },
  type: 'element',
};

const divider: ElementTransformer = {
  dependencies: [HorizontalRuleNode],
  export: (node) => ($isHorizontalRuleNode(node) ? '---' : null),
  regExp: /^(---|\*\*\*|___)\s?$/,
  replace(parent, _children, _match, isImport) {
    const rule = $createHorizontalRuleNode();
    if (isImport || parent.getNextSibling()) parent.replace(rule);
    else {
      parent.insertBefore(rule);
      parent.replace($createParagraphNode()).selectEnd();
    }
    if (!isImport) rule.selectNext();
  },
  type: 'element',
};

export const transformers: Transformer[] = [
  heading,
  divider,
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  QUOTE,
  CODE,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  LINK,
];

export const MarkdownShortcutsExtension = defineExtension({
  name: 'brulion/markdown-shortcuts',
  register: (editor) => registerMarkdownShortcuts(editor, transformers),
});
