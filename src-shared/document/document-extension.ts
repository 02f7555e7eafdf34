/** What a document may hold, as Lexical extensions; no React and no view. */
import { CodeHighlightNode, CodeNode } from '@lexical/code-core';
import { buildEditorFromExtensions, defineExtension, HorizontalRuleNode } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import {
  mergeRegister,
  TabNode,
  TextNode,
  type LexicalEditorWithDispose,
  type SerializedEditorState,
} from 'lexical';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { ImageNode } from './image-node.ts';
import { OpaqueNode } from './opaque-node.ts';

/** The picture block. */
export const ImageExtension = defineExtension({ name: '@brulion/document/image', nodes: () => [ImageNode] });

/** Blocks kept byte for byte. */
export const OpaqueExtension = defineExtension({
  name: '@brulion/document/opaque',
  nodes: () => [OpaqueNode],
});

/**
 * Text has formats and no style of its own: one from another page's clipboard could cover the whole window, or ask for a
 * picture elsewhere.
 */
export const UnstyledTextExtension = defineExtension({
  name: '@brulion/document/unstyled-text',
  register: (editor) =>
    mergeRegister(
      ...[TextNode, TabNode, CodeHighlightNode].map((klass) =>
        editor.registerNodeTransform<TextNode>(klass, (node) => {
          if (node.getStyle() !== '') node.setStyle('');
        }),
      ),
    ),
});

/** Every node a body is made of. Behaviour (typing, lists, links) is the editor's to add. */
export const DocumentNodesExtension = defineExtension({
  name: '@brulion/document',
  dependencies: [ImageExtension, OpaqueExtension, UnstyledTextExtension],
  nodes: () => [
    HeadingNode,
    QuoteNode,
    ListNode,
    ListItemNode,
    CodeNode,
    CodeHighlightNode,
    HorizontalRuleNode,
    LinkNode,
    AutoLinkNode,
  ],
});

/** An editor without a page, for tests and conversions; errors are thrown. Dispose of it when done. */
export function createDocumentEditor(body?: SerializedEditorState): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions({
    name: '@brulion/document/headless',
    dependencies: [HeadlessExtension, DocumentNodesExtension],
    onError(error) {
      throw error;
    },
  });
  if (body) editor.setEditorState(editor.parseEditorState(body));
  return editor;
}
