/** What a comparison says, word by word; each language has all of it. */
import type { FieldChange, FormatChange, FormatName } from '../document-diff.ts';
import type { TableCounts } from '../rendering/diff-to-hast-options.ts';

/** Block attributes a reader can see; another one is told by its own name. */
export type AttributeName =
  | 'type'
  | 'tag'
  | 'listType'
  | 'start'
  | 'format'
  | 'indent'
  | 'direction'
  | 'language'
  | 'src'
  | 'width'
  | 'height'
  | 'asset'
  | 'remoteId'
  | 'label'
  | 'dialect';

export interface DiffVocabulary {
  readonly fields: Readonly<Record<FieldChange['field'], string>>;
  /** “3 unchanged blocks”, `{}` being the number, by plural category. */
  readonly folded: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  readonly formats: Readonly<Record<FormatName, string>>;
  readonly formatChanges: Readonly<Record<FormatChange['change'], string>>;
  readonly link: string;
  readonly attributes: Readonly<Record<AttributeName, string>>;
  /** Values that are not a reader's words. */
  readonly values: Readonly<Record<string, string>>;
  readonly movedFrom: string;
  readonly movedTo: string;
  readonly itemMovedFrom: string;
  readonly itemMovedTo: string;
  readonly ticked: string;
  readonly unticked: string;
  readonly deeper: string;
  readonly lessDeep: string;
  readonly otherOrder: string;
  readonly split: string;
  readonly merged: string;
  readonly alt: string;
  readonly noPicture: string;
  readonly opaque: string;
  readonly table: string;
  readonly tableCounts: Readonly<Record<keyof TableCounts, string>>;
  readonly rowMovedFrom: string;
  readonly rowMovedTo: string;
  readonly tableAsText: string;
  readonly sameWords: string;
  readonly notation: string;
}
