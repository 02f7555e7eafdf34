/** A picture in the text, with its alternative text and caption edited in place. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { useTranslation } from 'react-i18next';
import { mediaUrl } from '#shared/contract/media-address.ts';
import { $isImageNode, type ImageFacts } from '#shared/document/image-node.ts';
import styles from './image-view.module.css';
import { useNodeFacts } from './use-node-facts.ts';

export function ImageView({ nodeKey }: { nodeKey: NodeKey }) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const [isSelected, setSelected, clearSelected] = useLexicalNodeSelection(nodeKey);
  const facts = useNodeFacts(nodeKey, (node) => ($isImageNode(node) ? node.getFacts() : null));
  if (!facts) return null;

  const change = (part: Partial<ImageFacts>) =>
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isImageNode(node)) node.setFacts(part);
    });
  const select = () => {
    clearSelected();
    setSelected(true);
  };

  return (
    <div className={styles['picture']} data-selected={isSelected}>
      <button
        type="button"
        className={styles['select']}
        onClick={select}
        aria-label={t('image.select', { alt: facts.alt || t('image.noAlt') })}
      >
        {facts.asset === null ? (
          <span className={styles['elsewhere']}>{t('image.elsewhere', { address: facts.src })}</span>
        ) : (
          <img
            src={mediaUrl(facts.asset)}
            alt={facts.alt}
            width={facts.width || undefined}
            height={facts.height || undefined}
            draggable={false}
          />
        )}
      </button>
      <div className={styles['words']}>
        <Words
          label={t('image.alt')}
          hint={t('image.altHint')}
          value={facts.alt}
          missing={facts.alt === ''}
          disabled={!editable}
          onChange={(alt) => change({ alt })}
        />
        <Words
          label={t('image.caption')}
          hint={t('image.captionHint')}
          value={facts.caption}
          disabled={!editable}
          onChange={(caption) => change({ caption })}
        />
      </div>
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly missing?: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

function Words({ label, hint, value, missing = false, disabled, onChange }: WordsProps) {
  return (
    <label className={styles['field']} data-missing={missing}>
      <span>{label}</span>
      <input
        type="text"
        value={value}
        placeholder={hint}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        // The field's own keys are not the editor's.
        onKeyDown={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
      />
    </label>
  );
}
