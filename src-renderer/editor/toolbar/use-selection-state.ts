/** What the selection is in, for the toolbars: formats, link, kind of block. */
import { $isCodeNode } from '@lexical/code-core';
import { $isLinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $isListNode, ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils';
import { $getSelection, $isRangeSelection, type RangeSelection } from 'lexical';
import { useEffect, useState } from 'react';
import type { BlockKind } from '../features/block-actions.ts';

export interface SelectionState {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly code: boolean;
  /** The address of the link the selection is in. */
  readonly link: string | null;
  readonly block: BlockKind;
  /** Some text is selected. */
  readonly hasRange: boolean;
}

const nothing: SelectionState = {
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  code: false,
  link: null,
  block: 'paragraph',
  hasRange: false,
};

export function useSelectionState(): SelectionState {
  const [editor] = useLexicalComposerContext();
  const [state, setState] = useState(nothing);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read(() => {
          const selection = $getSelection();
          return $isRangeSelection(selection) ? $describe(selection) : nothing;
        });
        // Most keys change nothing here, and then nothing is rendered.
        setState((before) => (isSame(before, next) ? before : next));
      }),
    [editor],
  );
  return state;
}

function $describe(selection: RangeSelection): SelectionState {
  const node = selection.anchor.getNode();
  const link = $findMatchingParent(node, $isLinkNode);
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
    strikethrough: selection.hasFormat('strikethrough'),
    code: selection.hasFormat('code'),
    link: $isLinkNode(link) ? link.getURL() : null,
    block: $blockOf(selection),
    hasRange: !selection.isCollapsed() && selection.getTextContent().trim() !== '',
  };
}

function $blockOf(selection: RangeSelection): BlockKind {
  const block = selection.anchor.getNode().getTopLevelElement();
  if ($isHeadingNode(block)) {
    const tag = block.getTag();
    return tag === 'h3' || tag === 'h4' ? tag : 'h2';
  }
  if ($isQuoteNode(block)) return 'quote';
  if ($isCodeNode(block)) return 'code';
  if ($isListNode(block))
    return $getNearestNodeOfType(selection.anchor.getNode(), ListNode)?.getListType() ?? 'bullet';
  return 'paragraph';
}

function isSame(a: SelectionState, b: SelectionState): boolean {
  return (Object.keys(a) as (keyof SelectionState)[]).every((key) => a[key] === b[key]);
}
