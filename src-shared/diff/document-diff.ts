/** What differs between two documents, as plain values that cross a thread or a file. */
import type { BlockJson, InlineJson } from '../document/serialized.ts';
import type { PostDocument } from '../document/post-document.ts';

export interface DocumentDiff {
  readonly fields: readonly FieldChange[];
  /** In reading order: every block of either document stands in the order of its own. */
  readonly blocks: readonly BlockChange[];
  /** The document after, without its blocks: what no reader sees (key order, the root's own attributes) is taken from it. */
  readonly frame: PostDocument;
  /** The documents also differ in ways no reader sees; `applyChanges` takes them over together with all changes. */
  readonly hasUnseen: boolean;
}

/** Text by stretches: `same` and `removed` together are the text before, `same` and `added` the text after. */
export interface TextRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export type FieldChange = { readonly kind: 'field'; readonly id: string } & (
  | {
      readonly field: 'title' | 'excerpt' | 'slug' | 'language';
      readonly before: string;
      readonly after: string;
      readonly runs: readonly TextRun[];
    }
  | {
      readonly field: 'categories' | 'tags';
      readonly before: readonly string[];
      readonly after: readonly string[];
      /** Empty both when only their order changed. */
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly field: 'featuredImage';
      readonly before: PostDocument['featuredImage'];
      readonly after: PostDocument['featuredImage'];
      readonly isPictureChanged: boolean;
      readonly alt: readonly TextRun[];
    }
);

/** A block and its place among the top-level blocks of its document. */
export interface PlacedBlock {
  readonly index: number;
  readonly block: BlockJson;
}

export type BlockChange =
  SameBlock | AddedBlock | RemovedBlock | ChangedBlock | MovedBlock | MovedAwayBlock | RegroupedBlocks;

export interface SameBlock {
  readonly kind: 'same';
  readonly id: string;
  readonly before: PlacedBlock;
  readonly after: PlacedBlock;
}
export interface AddedBlock {
  readonly kind: 'added';
  readonly id: string;
  readonly after: PlacedBlock;
}
export interface RemovedBlock {
  readonly kind: 'removed';
  readonly id: string;
  readonly before: PlacedBlock;
}
export interface ChangedBlock {
  readonly kind: 'changed';
  readonly id: string;
  readonly before: PlacedBlock;
  readonly after: PlacedBlock;
  readonly content: BlockContent;
  readonly attributes: readonly AttributeChange[];
}
/** Stands where the block is after; where it was, a `moved-away` stands. */
export interface MovedBlock {
  readonly kind: 'moved';
  readonly id: string;
  readonly before: PlacedBlock;
  readonly after: PlacedBlock;
  /** Null when it was moved as it is. */
  readonly content: BlockContent | null;
  readonly attributes: readonly AttributeChange[];
  /** The index in `blocks` of its `moved-away`. */
  readonly counterpart: number;
}
/** Where a moved block was; no change of its own. */
export interface MovedAwayBlock {
  readonly kind: 'moved-away';
  readonly id: string;
  /** The id of the move. */
  readonly of: string;
  readonly before: PlacedBlock;
  /** The index in `blocks` of the `moved` it belongs to. */
  readonly counterpart: number;
  /** Where it is now, and how it changed. */
  readonly became: { readonly place: PlacedBlock; readonly content: BlockContent | null };
}
/** One block that became several neighbours, or several that became one. */
export interface RegroupedBlocks {
  readonly kind: 'split' | 'merged';
  readonly id: string;
  readonly before: readonly PlacedBlock[];
  readonly after: readonly PlacedBlock[];
  /** What the several are that the one is not: a heading's level, a quote. Each said once. */
  readonly attributes: readonly AttributeChange[];
  /** For each of the several blocks, in order, its share of the text. */
  readonly parts: readonly (readonly InlineRun[])[];
}

/** How the inside of a block changed. */
export type BlockContent =
  | { readonly kind: 'inline'; readonly runs: readonly InlineRun[] }
  | { readonly kind: 'list'; readonly items: readonly ItemChange[] }
  | {
      readonly kind: 'image';
      readonly isPictureChanged: boolean;
      readonly alt: readonly TextRun[];
      readonly caption: readonly TextRun[];
    }
  | TableContent
  /** What is kept as it is, by the blocks a reader sees in it. */
  | {
      readonly kind: 'parts';
      readonly changes: readonly BlockChange[];
      readonly notation: Notation;
    }
  /**
   * What is kept as it is, or unknown: by its own text. `table`: it has a table whose cells cannot be told; `same-words`:
   * its words and pictures did not change.
   */
  | {
      readonly kind: 'raw';
      readonly runs: readonly TextRun[];
      readonly reason: 'table' | 'same-words' | null;
    };

/** The notation compared as text, where more of it changed than words; else null. */
export type Notation = readonly TextRun[] | null;

export interface TableContent {
  readonly kind: 'table';
  /** In reading order. */
  readonly columns: readonly ('same' | 'added' | 'removed')[];
  readonly rows: readonly TableRowChange[];
  readonly caption: readonly InlineRun[];
  readonly notation: Notation;
}

/** As with blocks, a moved row stands twice: `moved` where it is after, `moved-away` where it was. */
export interface TableRowChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'moved-away';
  readonly section: 'head' | 'body' | 'foot';
  /** Its place among the rows of each table; null where it is not. */
  readonly before: number | null;
  readonly after: number | null;
  /** One a column; null where the row has none: a row that came, in a column that went. */
  readonly cells: readonly (TableCellChange | null)[];
}

export type TableCellChange = {
  readonly tag: 'td' | 'th';
  readonly colSpan: number;
  readonly rowSpan: number;
} & (
  | { readonly kind: 'same' | 'added' | 'removed'; readonly blocks: readonly BlockJson[] }
  | { readonly kind: 'changed'; readonly changes: readonly BlockChange[] }
);

/** A stretch of inline content; `format` is the same text with other marks. */
export interface InlineRun {
  readonly kind: 'same' | 'added' | 'removed' | 'format';
  readonly text: string;
  /** The nodes of the stretch as they are after; for `removed`, as they were. */
  readonly nodes: readonly InlineJson[];
  /** For `format`: the nodes as they were, and what changed. */
  readonly nodesBefore?: readonly InlineJson[];
  readonly formats?: readonly FormatChange[];
}

export type FormatName =
  | 'bold'
  | 'italic'
  | 'strikethrough'
  | 'underline'
  | 'code'
  | 'subscript'
  | 'superscript'
  | 'highlight'
  | 'link'
  | 'other';

export interface FormatChange {
  readonly format: FormatName;
  readonly change: 'added' | 'removed' | 'changed';
  /** A link's addresses, with what else of it changed; null where there is none. */
  readonly before?: string | null;
  readonly after?: string | null;
}

/** A property of a block: `type`, `tag` (heading level), `language`, `listType`, `start`, `format` (alignment), `src`… */
export interface AttributeChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One item of a list, nested ones too, with the depth it stands at. */
export interface ListItemFacts {
  readonly depth: number;
  readonly listType: 'bullet' | 'number' | 'check';
  /** Null where the list has no boxes. */
  readonly checked: boolean | null;
  /** Where the numbers of its list begin, of the first item of a nested one; else null. */
  readonly start: number | null;
  readonly content: readonly InlineJson[];
}

export type ItemChange =
  | { readonly kind: 'same' | 'added'; readonly after: ListItemFacts }
  | { readonly kind: 'removed'; readonly before: ListItemFacts }
  /** `other` is the item's place on the other side, counted from 0 through all items. */
  | { readonly kind: 'moved-away'; readonly before: ListItemFacts; readonly other: number }
  | {
      readonly kind: 'changed' | 'moved';
      readonly before: ListItemFacts;
      readonly after: ListItemFacts;
      readonly runs: readonly InlineRun[];
      readonly other: number;
    };
