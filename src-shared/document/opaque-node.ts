/** Something we do not understand, kept byte for byte: it can be seen, moved and deleted, and goes back unchanged. */
import { $applyNodeReplacement, DecoratorNode, type LexicalNode, type SerializedLexicalNode } from 'lexical';
import { markupText } from './markup-text.ts';
import { opaque, type OpaqueJson } from './serialized.ts';

export type OpaqueFacts = Omit<OpaqueJson, 'type' | 'version'>;

export class OpaqueNode extends DecoratorNode<null> {
  __facts: OpaqueFacts;
  __text: string | null = null;

  constructor(facts: OpaqueFacts, key?: string) {
    super(key);
    this.__facts = facts;
  }

  static override getType(): string {
    return 'opaque';
  }

  static override clone(node: OpaqueNode): OpaqueNode {
    return new OpaqueNode(node.__facts, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): OpaqueNode {
    // A clipboard is anybody's: what is shown must be words, or it would end the page.
    const { dialect, raw, label } = json as unknown as Readonly<Record<keyof OpaqueJson, unknown>>;
    const facts: OpaqueFacts = {
      dialect: dialect === 'wordpress' ? 'wordpress' : 'html',
      raw: typeof raw === 'string' ? raw : '',
      label: typeof label === 'string' ? label : '',
    };
    return $createOpaqueNode(facts).updateFromJSON(json);
  }

  override exportJSON(): OpaqueJson & SerializedLexicalNode {
    const { dialect, raw, label } = this.getFacts();
    return { ...super.exportJSON(), ...opaque(dialect, raw, label) };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.dataset['node'] = 'opaque';
    element.contentEditable = 'false';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    // Asked for whenever words are counted.
    return (this.__text ??= markupText(this.getFacts().raw).trim());
  }

  getFacts(): OpaqueFacts {
    return this.getLatest().__facts;
  }
}

export function $createOpaqueNode(facts: OpaqueFacts): OpaqueNode {
  return $applyNodeReplacement(new OpaqueNode(facts));
}

export function $isOpaqueNode(node: LexicalNode | null | undefined): node is OpaqueNode {
  return node instanceof OpaqueNode;
}
