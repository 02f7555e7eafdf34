/** The buttons for formats and links, in both toolbars. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Bold, Code, Italic, Link, Strikethrough, Underline, type LucideIcon } from 'lucide-react';
import { FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical';
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './toolbar.module.css';
import type { SelectionState } from './use-selection-state.ts';

type FormatName = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code';

const formats: readonly (readonly [FormatName & TextFormatType, LucideIcon, string])[] = [
  ['bold', Bold, 'Ctrl+B'],
  ['italic', Italic, 'Ctrl+I'],
  ['underline', Underline, 'Ctrl+U'],
  ['strikethrough', Strikethrough, ''],
  ['code', Code, ''],
];

export function FormatButtons({
  state,
  onLink,
  disabled = false,
}: {
  state: SelectionState;
  onLink: () => void;
  disabled?: boolean;
}) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  return (
    <>
      {formats.map(([format, Icon, keys]) => (
        <TooltipTrigger key={format} delay={500}>
          <ToggleButton
            className={styles['button'] ?? ''}
            aria-label={t(`format.${format}`)}
            isSelected={state[format]}
            isDisabled={disabled}
            onChange={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
          >
            <Icon size={16} aria-hidden />
          </ToggleButton>
          <Tooltip className={styles['tooltip'] ?? ''}>
            {t(`format.${format}`)} {keys && <kbd>{keys}</kbd>}
          </Tooltip>
        </TooltipTrigger>
      ))}
      <TooltipTrigger delay={500}>
        <ToggleButton
          className={styles['button'] ?? ''}
          aria-label={t('format.link')}
          isSelected={state.link !== null}
          isDisabled={disabled || (!state.hasRange && state.link === null)}
          onChange={onLink}
        >
          <Link size={16} aria-hidden />
        </ToggleButton>
        <Tooltip className={styles['tooltip'] ?? ''}>
          {t('format.link')} <kbd>Ctrl+K</kbd>
        </Tooltip>
      </TooltipTrigger>
    </>
  );
}
