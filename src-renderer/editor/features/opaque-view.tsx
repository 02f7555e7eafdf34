/** Something kept as it came: shows what it is and its source, never runs it. */
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import type { NodeKey } from 'lexical';
import { useTranslation } from 'react-i18next';
import { $isOpaqueNode } from '#shared/document/opaque-node.ts';
import styles from './opaque-view.module.css';
import { useNodeFacts } from './use-node-facts.ts';

export function OpaqueView({ nodeKey }: { nodeKey: NodeKey }) {
  const { t } = useTranslation('editor');
  const [isSelected, setSelected, clearSelected] = useLexicalNodeSelection(nodeKey);
  const facts = useNodeFacts(nodeKey, (node) => ($isOpaqueNode(node) ? node.getFacts() : null));
  if (!facts) return null;
  const select = () => {
    clearSelected();
    setSelected(true);
  };
  return (
    <div className={styles['kept']} data-selected={isSelected}>
      <button type="button" className={styles['name']} onClick={select}>
        {t('opaque.name', { label: facts.label })}
      </button>
      <p className={styles['hint']}>{t('opaque.hint')}</p>
      <details>
        <summary>{t('opaque.source')}</summary>
        <pre>{facts.raw}</pre>
      </details>
    </div>
  );
}
