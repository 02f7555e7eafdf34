/** The words around a comparison, in English or Polish: the same in the window, in exported files and in review files. */
import type { PostDocument } from '../../document/post-document.ts';
import type { AttributeChange, FormatChange, ListItemFacts } from '../document-diff.ts';
import type { DiffTexts, TableCounts } from '../rendering/diff-to-hast-options.ts';
import { english } from './english.ts';
import { polish } from './polish.ts';
import type { AttributeName, DiffVocabulary } from './vocabulary.ts';

const vocabularies: Readonly<Record<PostDocument['language'], DiffVocabulary>> = { en: english, pl: polish };

export function diffTexts(language: PostDocument['language']): DiffTexts {
  const words = vocabularies[language];
  const plurals = new Intl.PluralRules(language);
  return {
    ...words,
    field: (field) => words.fields[field],
    folded: (count) => filled(words.folded[plurals.select(count)] ?? words.folded.other, count),
    formats: (changes) => changes.map((change) => formatText(words, change)).join(', '),
    link: (said, change) =>
      words.link
        .replace('{words}', () => said)
        .replace('{change}', () => `${change.before ?? '–'} → ${change.after ?? '–'}`),
    attributes: (changes) =>
      told(changes)
        .map((change) => attributeText(words, change))
        .join(', '),
    movedFrom: (block) => filled(words.movedFrom, block),
    movedTo: (block) => filled(words.movedTo, block),
    itemMovedFrom: (item) => filled(words.itemMovedFrom, item),
    itemMovedTo: (item) => filled(words.itemMovedTo, item),
    item: (before, after) => itemText(words, before, after),
    noPicture: (alt) => filled(words.noPicture, alt || '–'),
    opaque: (label) => filled(words.opaque, label),
    table: (counts) => tableText(words, counts),
    rowMovedFrom: (row) => filled(words.rowMovedFrom, row),
    rowMovedTo: (row) => filled(words.rowMovedTo, row),
  };
}

/** The replacement is a function, so that nothing in it is a pattern. */
const filled = (words: string, value: string | number) => words.replace('{}', () => `${value}`);

function formatText(words: DiffVocabulary, { format, change }: FormatChange): string {
  return filled(words.formatChanges[change], words.formats[format]);
}

function itemText(words: DiffVocabulary, before: ListItemFacts, after: ListItemFacts): string {
  const said: string[] = [];
  if (before.checked !== after.checked && after.checked !== null && before.checked !== null)
    said.push(after.checked ? words.ticked : words.unticked);
  if (before.depth !== after.depth) said.push(after.depth > before.depth ? words.deeper : words.lessDeep);
  const attributes = (['listType', 'start'] as const).filter((name) => before[name] !== after[name]);
  // A list of another kind begins its numbers anew.
  const told = attributes.includes('listType') ? (['listType'] as const) : attributes;
  for (const name of told)
    said.push(attributeText(words, { name, before: before[name], after: after[name] }));
  return said.join(', ');
}

function tableText({ table, tableCounts }: DiffVocabulary, counts: TableCounts): string {
  const said = (Object.keys(tableCounts) as (keyof TableCounts)[])
    .filter((what) => counts[what] > 0)
    .map((what) => filled(tableCounts[what], counts[what]));
  return said.length === 0 ? '' : filled(table, said.join(', '));
}

/** Follow from another picture, which is seen. */
const ofThePicture = new Set(['asset', 'width', 'height', 'remoteId']);

/** A picture's file is no word for a reader: it is told only where nothing else tells the change. */
function told(changes: readonly AttributeChange[]): readonly AttributeChange[] {
  const isOther = changes.some(({ name }) => name === 'asset' || name === 'src');
  if (isOther) return changes.filter(({ name }) => !ofThePicture.has(name));
  const visible = changes.filter(({ name }) => name !== 'remoteId');
  return visible.length > 0 ? visible : changes;
}

function attributeText({ attributes, values }: DiffVocabulary, change: AttributeChange): string {
  const said = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value !== 'string') return JSON.stringify(value);
    // The language of a code may be called as one of our words.
    return change.name === 'language' ? value : (values[value] ?? value);
  };
  const name = attributes[change.name as AttributeName] ?? change.name;
  return `${name}: ${said(change.before)} → ${said(change.after)}`;
}
