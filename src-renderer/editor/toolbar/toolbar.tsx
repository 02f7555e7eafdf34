/** The quiet toolbar above the text: kind of block, formats, picture, undo. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ChevronDown, Redo2, Undo2, ImagePlus } from 'lucide-react';
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Toolbar as AriaToolbar,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { applyBlock, blockKinds } from '../features/block-actions.ts';
import { BlockIcon } from '../features/block-icon.tsx';
import { FormatButtons } from './format-buttons.tsx';
import styles from './toolbar.module.css';
import { useSelectionState } from './use-selection-state.ts';

interface ToolbarProps {
  readonly disabled: boolean;
  readonly pickImage: () => void;
  readonly onLink: () => void;
}

export function Toolbar({ disabled, pickImage, onLink }: ToolbarProps) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const state = useSelectionState();
  const className = styles['button'] ?? '';
  return (
    <AriaToolbar className={styles['bar'] ?? ''} aria-label={t('toolbar.label')}>
      <MenuTrigger>
        <Button
          className={styles['kind'] ?? ''}
          isDisabled={disabled}
          aria-label={t('toolbar.block', { kind: t(`block.${state.block}`) })}
        >
          <BlockIcon kind={state.block} />
          <span>{t(`block.${state.block}`)}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="menu-popover" placement="bottom start">
          <Menu className="menu" aria-label={t('slash.label')}>
            {blockKinds.map((kind) => (
              <MenuItem
                key={kind}
                className="menu-item"
                textValue={t(`block.${kind}`)}
                onAction={() => applyBlock(editor, kind, pickImage)}
              >
                <BlockIcon kind={kind} />
                {t(`block.${kind}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Separator orientation="vertical" className={styles['separator'] ?? ''} />
      <FormatButtons state={state} onLink={onLink} disabled={disabled} />
      <Separator orientation="vertical" className={styles['separator'] ?? ''} />
      <Button className={className} aria-label={t('block.image')} isDisabled={disabled} onPress={pickImage}>
        <ImagePlus size={16} aria-hidden />
      </Button>
      <span className={styles['space']} />
      <Button
        className={className}
        aria-label={t('toolbar.undo')}
        isDisabled={disabled}
        onPress={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
      >
        <Undo2 size={16} aria-hidden />
      </Button>
      <Button
        className={className}
        aria-label={t('toolbar.redo')}
        isDisabled={disabled}
        onPress={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
      >
        <Redo2 size={16} aria-hidden />
      </Button>
    </AriaToolbar>
  );
}
