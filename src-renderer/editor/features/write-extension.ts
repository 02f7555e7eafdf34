/** The editor's extensions: the document's kinds, and the behaviour of writing. */
import { CodeIndentExtension } from '@lexical/code-core';
import {
  ClickAfterLastBlockExtension,
  HorizontalRuleExtension,
  NodeSelectionExtension,
  TabIndentationExtension,
} from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { CheckListExtension, ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { configExtension, defineExtension, type SerializedEditorState } from 'lexical';
import { DocumentNodesExtension } from '#shared/document/document-extension.ts';
import { safeUrl } from '#shared/document/safe-url.ts';
import { theme } from './editor-theme.ts';
import { FreshSelectionExtension } from './fresh-selection.ts';
import { MarkdownShortcutsExtension } from './markdown-shortcuts.ts';
import { MoveBlockExtension } from './move-block.ts';

export function writeExtension(body: SerializedEditorState, editable: boolean) {
  return defineExtension({
    name: 'brulion/write',
    namespace: 'brulion',
    theme,
    editable,
    $initialEditorState: (editor) => editor.setEditorState(editor.parseEditorState(body)),
    onError(error) {
      throw error;
    },
    dependencies: [
      DocumentNodesExtension,
      FreshSelectionExtension,
      RichTextExtension,
      configExtension(HistoryExtension, { delay: 500 }),
      ListExtension,
      CheckListExtension,
      configExtension(LinkExtension, { validateUrl: (url: string) => safeUrl(url) !== null }),
      HorizontalRuleExtension,
      CodeIndentExtension,
      TabIndentationExtension,
      NodeSelectionExtension,
      ClickAfterLastBlockExtension,
      MarkdownShortcutsExtension,
      MoveBlockExtension,
    ],
  });
}
