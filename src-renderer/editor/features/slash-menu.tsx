/** “/” on a line opens the list of blocks; typing on narrows it, in either language. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  useBasicTypeaheadTriggerMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { useCallback, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { applyBlock, blockKinds, blockSigns, type BlockKind } from './block-actions.ts';
import { BlockIcon } from './block-icon.tsx';
import { matchesBlock } from './block-search.ts';
import styles from './slash-menu.module.css';

class BlockOption extends MenuOption {
  readonly kind: BlockKind;

  constructor(kind: BlockKind) {
    super(kind);
    this.kind = kind;
  }
}

const options = blockKinds.map((kind) => new BlockOption(kind));

export function SlashMenu({ pickImage }: { pickImage: () => void }) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const triggerFn = useBasicTypeaheadTriggerMatch('/', {
    minLength: 0,
    maxLength: 24,
    allowWhitespace: false,
  });
  const shown = useMemo(() => options.filter(({ kind }) => matchesBlock(kind, query ?? '')), [query]);

  const choose = useCallback(
    (option: BlockOption, node: { remove(): void } | null, close: () => void) => {
      editor.update(() => node?.remove());
      applyBlock(editor, option.kind, pickImage);
      close();
    },
    [editor, pickImage],
  );

  return (
    <LexicalTypeaheadMenuPlugin<BlockOption>
      options={shown}
      onQueryChange={setQuery}
      onSelectOption={choose}
      triggerFn={triggerFn}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && shown.length > 0
          ? createPortal(
              <div className={styles['menu']} role="listbox" aria-label={t('slash.label')}>
                {shown.map((option, at) => (
                  <div
                    key={option.key}
                    ref={option.setRefElement}
                    role="option"
                    tabIndex={-1}
                    aria-selected={at === selectedIndex}
                    className={styles['option']}
                    onMouseEnter={() => setHighlightedIndex(at)}
                    onClick={() => selectOptionAndCleanUp(option)}
                    onKeyDown={(event) => event.key === 'Enter' && selectOptionAndCleanUp(option)}
                  >
                    <BlockIcon kind={option.kind} />
                    <span>{t(`block.${option.kind}`)}</span>
                    <kbd>{blockSigns[option.kind]}</kbd>
                  </div>
                ))}
              </div>,
              anchor.current,
            )
          : null
      }
    />
  );
}
