/** What a node kind brings to the document ⇄ hast bridge: both directions, side by side, in one module a kind. */
import type { Element, ElementContent } from 'hast';
import type { AssetHash } from '../post-document.ts';
import type { BlockJson, ImageJson, InlineJson } from '../serialized.ts';

/** How pictures are named outside the library. */
export interface OutwardOptions {
  /** The address a picture of the library has there; null leaves the picture out. */
  resolveImage(
    image: ImageJson,
  ): { readonly src: string; readonly width?: number; readonly height?: number } | null;
}

export interface InwardOptions {
  /** The library's picture behind an address; null when it is none of ours. */
  resolveAsset(src: string): AssetHash | null;
}

export interface Outward {
  readonly options: OutwardOptions;
  inline(nodes: readonly InlineJson[]): ElementContent[];
}

export interface Inward {
  readonly options: InwardOptions;
  inline(nodes: readonly ElementContent[], preserveSpace?: boolean): InlineJson[];
  /** Any content as blocks: loose inline content becomes paragraphs. */
  blocks(nodes: readonly ElementContent[]): BlockJson[];
}

export interface Conversion<Kind extends BlockJson['type'] = BlockJson['type']> {
  readonly kind: Kind;
  /** Elements this kind may come from. */
  readonly tagNames: readonly string[];
  toHast(block: Extract<BlockJson, { type: Kind }>, outward: Outward): ElementContent[];
  /** Null when the element is, after all, not one of this kind: the next in the table is asked. */
  fromHast(element: Element, inward: Inward): BlockJson[] | null;
}

/** Types one conversion by its kind, and lets the table hold it with the others. */
export function conversion<Kind extends BlockJson['type']>(value: Conversion<Kind>): Conversion {
  return value as unknown as Conversion;
}
