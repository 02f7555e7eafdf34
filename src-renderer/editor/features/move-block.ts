/** Alt with an arrow moves the block the caret is in; deleting works on a selected picture or kept block too. */
import {
  $getNodeByKey,
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  mergeRegister,
  type LexicalNode,
} from 'lexical';

/** The top-level block the selection is in; null when there is none. */
export function $selectedBlock(): LexicalNode | null {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) return selection.anchor.getNode().getTopLevelElement();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    return node ? (node.getTopLevelElement() ?? node) : null;
  }
  return null;
}

/** Moves a top-level block one place; false at the edge of the text. */
export function $moveBlock(block: LexicalNode, direction: 'up' | 'down'): boolean {
  const neighbour = direction === 'up' ? block.getPreviousSibling() : block.getNextSibling();
  if (!neighbour) return false;
  if (direction === 'up') neighbour.insertBefore(block, false);
  else neighbour.insertAfter(block, false);
  return true;
}

function moveWith(direction: 'up' | 'down') {
  return (event: KeyboardEvent): boolean => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return false;
    const block = $selectedBlock();
    if (!block) return false;
    event.preventDefault();
    $moveBlock(block, direction);
    return true;
  };
}

function deleteSelectedNodes(event: KeyboardEvent | null): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return false;
  event?.preventDefault();
  for (const { __key } of selection.getNodes()) {
    const node = $getNodeByKey(__key);
    if (!$isDecoratorNode(node)) continue;
    node.selectPrevious();
    node.remove();
  }
  return true;
}

export const MoveBlockExtension = defineExtension({
  name: 'brulion/move-block',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(KEY_ARROW_UP_COMMAND, moveWith('up'), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, moveWith('down'), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_BACKSPACE_COMMAND, deleteSelectedNodes, COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_DELETE_COMMAND, deleteSelectedNodes, COMMAND_PRIORITY_LOW),
    ),
});
