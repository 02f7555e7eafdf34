/** A comparison in numbers. */
import { countWords } from '../document/count-words.ts';
import { bodyOf, type BlockJson } from '../document/serialized.ts';
import { plainText } from '../document/text.ts';
import type { BlockChange, DocumentDiff, ItemChange, TableRowChange, TextRun } from './document-diff.ts';
import { diffText } from './words/diff-text.ts';
import { plainTextOf } from './words/flat-inline.ts';

export interface DiffSummary {
  /** Of the body, captions and alternative texts included; what only moved counts for nothing. */
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly blocksAdded: number;
  readonly blocksRemoved: number;
  /** Split and merged ones included. */
  readonly blocksChanged: number;
  /** Those that changed, too, included. */
  readonly blocksMoved: number;
  readonly fieldsChanged: number;
}

export function summarise({ fields, blocks }: Pick<DocumentDiff, 'fields' | 'blocks'>): DiffSummary {
  const count = (...kinds: readonly BlockChange['kind'][]) =>
    blocks.filter(({ kind }) => kinds.includes(kind)).length;
  let wordsAdded = 0;
  let wordsRemoved = 0;
  for (const change of blocks) {
    for (const { kind, text } of wordsOf(change)) {
      if (kind === 'added') wordsAdded += countWords(text);
      if (kind === 'removed') wordsRemoved += countWords(text);
    }
  }
  return {
    wordsAdded,
    wordsRemoved,
    blocksAdded: count('added'),
    blocksRemoved: count('removed'),
    blocksChanged: count('changed', 'split', 'merged'),
    blocksMoved: count('moved'),
    fieldsChanged: fields.length,
  };
}

interface SaidRun {
  readonly kind: TextRun['kind'] | 'format';
  readonly text: string;
}

function wordsOf(change: BlockChange): readonly SaidRun[] {
  switch (change.kind) {
    case 'added':
      return [{ kind: 'added', text: said(change.after.block) }];
    case 'removed':
      return [{ kind: 'removed', text: said(change.before.block) }];
    case 'split':
    case 'merged':
      return change.parts.flat();
    case 'changed':
    case 'moved':
      break;
    default:
      return [];
  }
  const { content } = change;
  if (content === null) return [];
  if (content.kind === 'image') return [...content.alt, ...content.caption];
  if (content.kind === 'table')
    return [...content.caption, ...content.rows.flatMap(({ kind, cells }) => wordsOfCells(kind, cells))];
  // Of notation, only the words in it are words.
  if (content.kind === 'raw') return diffText(said(change.before.block), said(change.after.block));
  if (content.kind === 'parts') return content.changes.flatMap(wordsOf);
  return content.kind === 'list' ? content.items.flatMap(wordsOfItem) : content.runs;
}

/** What only moved counts for nothing, where it was and where it is. */
function wordsOfCells(row: TableRowChange['kind'], cells: TableRowChange['cells']): readonly SaidRun[] {
  if (row === 'moved-away') return [];
  return cells.flatMap((cell): readonly SaidRun[] => {
    if (cell?.kind === 'changed') return cell.changes.flatMap(wordsOf);
    if (cell?.kind !== 'added' && cell?.kind !== 'removed') return [];
    return cell.blocks.map((block) => ({ kind: cell.kind, text: said(block) }));
  });
}

function wordsOfItem(item: ItemChange): readonly SaidRun[] {
  if (item.kind === 'added') return [{ kind: 'added', text: plainTextOf(item.after.content) }];
  if (item.kind === 'removed') return [{ kind: 'removed', text: plainTextOf(item.before.content) }];
  return item.kind === 'changed' || item.kind === 'moved' ? item.runs : [];
}

function said(block: BlockJson): string {
  return plainText(bodyOf([block]));
}
