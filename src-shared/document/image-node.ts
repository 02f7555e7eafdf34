/** A picture in the text. Headless: its view lives with the renderer, which fills the element made here. */
import { $applyNodeReplacement, DecoratorNode, type LexicalNode, type SerializedLexicalNode } from 'lexical';
import { isAssetHash } from './asset-hash.ts';
import { safeUrl } from './safe-url.ts';
import { image, type ImageJson } from './serialized.ts';

export type ImageFacts = Omit<ImageJson, 'type' | 'version'>;

export class ImageNode extends DecoratorNode<null> {
  __facts: ImageFacts;

  constructor(facts: ImageFacts, key?: string) {
    super(key);
    this.__facts = facts;
  }

  static override getType(): string {
    return 'image';
  }

  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(node.__facts, node.__key);
  }

  static override importJSON(json: SerializedLexicalNode): ImageNode {
    return $createImageNode(factsOf(json)).updateFromJSON(json);
  }

  override exportJSON(): ImageJson & SerializedLexicalNode {
    return { ...super.exportJSON(), ...this.getFacts(), type: 'image', version: 1 };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('figure');
    element.dataset['node'] = 'image';
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
    const { alt, caption } = this.getFacts();
    return caption || alt;
  }

  getFacts(): ImageFacts {
    return this.getLatest().__facts;
  }

  /** Changes some of the facts, within an editor update; undo takes it back. */
  setFacts(change: Partial<ImageFacts>): this {
    const writable = this.getWritable();
    writable.__facts = { ...writable.__facts, ...change };
    return writable;
  }
}

export function $createImageNode(facts: Partial<ImageFacts>): ImageNode {
  const { type: _type, version: _version, ...whole } = image(facts);
  return $applyNodeReplacement(new ImageNode(whole));
}

/** The facts in JSON from anywhere, a clipboard too: of the right kinds, and without an address that runs. */
function factsOf(json: object): Partial<ImageFacts> {
  const { asset, src, remoteId, alt, caption, width, height } = json as Readonly<Record<string, unknown>>;
  return {
    asset: isAssetHash(asset) ? asset : null,
    src: safeUrl(wordsIn(src)) ?? '',
    remoteId: wordsIn(remoteId),
    alt: wordsIn(alt),
    caption: wordsIn(caption),
    width: pixelsIn(width),
    height: pixelsIn(height),
  };
}

function wordsIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function pixelsIn(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
