/** How a comparison is shown. */
import type { AssetHash } from '../../document/post-document.ts';
import type { AttributeChange, FieldChange, FormatChange, ListItemFacts } from '../document-diff.ts';

export interface DiffToHastOptions {
  /** One column with both in it, or before and after side by side. */
  readonly layout: 'inline' | 'columns';
  /** How many unchanged blocks stay beside a change; those between are folded away. Infinity folds nothing. */
  readonly context: number;
  /** The address of a picture of the library: http, https, blob, app, relative, or its bytes as a data address. */
  pictureUrl(asset: AssetHash): string | null;
  /** The address of a picture that is elsewhere; by default none is asked for, and its alternative text is shown. */
  remotePictureUrl?(src: string): string | null;
  readonly texts: DiffTexts;
}

/** Every word that is not the document's own. Block numbers count from 1. */
export interface DiffTexts {
  /** The name of a field. */
  field(field: FieldChange['field']): string;
  folded(count: number): string;
  /** What was done to the form of some words; shown when they are pointed at. */
  formats(changes: readonly FormatChange[]): string;
  /** Where these words link to now, and where they did: that is seen nowhere in the text. */
  link(words: string, change: FormatChange): string;
  /** What else of a block changed; an empty text shows nothing. */
  attributes(changes: readonly AttributeChange[]): string;
  movedFrom(block: number): string;
  movedTo(block: number): string;
  /** Items of a list, counted from 1 through nested ones too. */
  itemMovedFrom(item: number): string;
  itemMovedTo(item: number): string;
  /** What became of a list item beside its words; an empty text shows nothing. */
  item(before: ListItemFacts, after: ListItemFacts): string;
  /** Over terms that only stand in another order. */
  readonly otherOrder: string;
  readonly split: string;
  readonly merged: string;
  /** Stands before a picture's alternative text. */
  readonly alt: string;
  /** Instead of a picture that cannot be shown; `alt` may be empty. */
  noPicture(alt: string): string;
  /** Stands over a block that is kept as it is. */
  opaque(label: string): string;
  /** What became of a table's rows and columns; an empty text shows nothing. */
  table(counts: TableCounts): string;
  /** Row numbers count from 1, headers too. */
  rowMovedFrom(row: number): string;
  rowMovedTo(row: number): string;
  /** Over a table that is compared as its notation, since its cells cannot be set side by side. */
  readonly tableAsText: string;
  /** Over notation, where the words and pictures are the same. */
  readonly sameWords: string;
  /** Names the notation that is put away below what is seen. */
  readonly notation: string;
}

export interface TableCounts {
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
  readonly rowsMoved: number;
  /** With changed words in their cells. */
  readonly rowsChanged: number;
  readonly columnsAdded: number;
  readonly columnsRemoved: number;
}

/** Which document is shown: both in one, or one of two columns. */
export type Side = 'both' | 'before' | 'after';
