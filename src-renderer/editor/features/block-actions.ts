/** What a block can be turned into, or added: for the toolbar, the slash menu and the command palette alike. */
import { $createCodeNode } from '@lexical/code-core';
import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension';
import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $createParagraphNode, $getSelection, type ElementNode, type LexicalEditor } from 'lexical';

export const blockKinds = [
  'paragraph',
  'h2',
  'h3',
  'h4',
  'bullet',
  'number',
  'check',
  'quote',
  'code',
  'divider',
  'image',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** What makes a block when it is typed at the start of a line. */
export const blockSigns: Readonly<Partial<Record<BlockKind, string>>> = {
  h2: '##',
  h3: '###',
  h4: '####',
  bullet: '-',
  number: '1.',
  check: '[ ]',
  quote: '>',
  code: '```',
  divider: '---',
};

/** Applies a kind to the selected blocks, or inserts it. Pictures are picked by `pickImage`. */
export function applyBlock(editor: LexicalEditor, kind: BlockKind, pickImage: () => void): void {
  const turnInto = (create: () => ElementNode) =>
    editor.update(() => $setBlocksType($getSelection(), create));
  switch (kind) {
    case 'paragraph':
      return turnInto($createParagraphNode);
    case 'h2':
    case 'h3':
    case 'h4':
      return turnInto(() => $createHeadingNode(kind));
    case 'quote':
      return turnInto($createQuoteNode);
    case 'code':
      return turnInto(() => $createCodeNode());
    case 'bullet':
      return void editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
    case 'number':
      return void editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
    case 'check':
      return void editor.dispatchCommand(INSERT_CHECK_LIST_COMMAND, undefined);
    case 'divider':
      return void editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined);
    case 'image':
      return pickImage();
  }
}
