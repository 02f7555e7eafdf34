/** Changes as a line a person reads: [-gone-]{+come+}~marked otherwise~; for tests. */
import type {
  BlockChange,
  DocumentDiff,
  InlineRun,
  TableCellChange,
  TableContent,
  TextRun,
} from '#shared/diff/document-diff.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { plainText } from '#shared/document/text.ts';
import { bodyOf, emptyDocument, type BlockJson } from '#shared/document/serialized.ts';

export function runsAsText(runs: readonly (TextRun | InlineRun)[]): string {
  return runs
    .map(({ kind, text }) =>
      kind === 'added'
        ? `{+${text}+}`
        : kind === 'removed'
          ? `[-${text}-]`
          : kind === 'format'
            ? `~${text}~`
            : text,
    )
    .join('');
}

export function documentOf(blocks: readonly BlockJson[], fields: Partial<PostDocument> = {}): PostDocument {
  return { ...emptyDocument('pl'), ...fields, body: bodyOf(blocks) };
}

/** A line a block: its kind, the places, and what of it changed. */
export function outline({ blocks }: DocumentDiff): string[] {
  return blocks.map(outlineOf);
}

function outlineOf(change: BlockChange): string {
  switch (change.kind) {
    case 'added':
      return `added ${change.after.index}`;
    case 'removed':
    case 'moved-away':
      return `${change.kind} ${change.before.index}`;
    case 'split':
    case 'merged':
      return `${change.kind} ${change.parts.map(runsAsText).join(' ¶ ')}`;
    case 'same':
      return 'same';
    default:
  }
  const places = change.kind === 'moved' ? `moved ${change.before.index}→${change.after.index}` : change.kind;
  return [places, ...attributesOf(change), contentOf(change)].filter((part) => part !== '').join(' ');
}

type WithContent = Extract<BlockChange, { kind: 'changed' | 'moved' }>;

function attributesOf({ attributes }: WithContent): string[] {
  return attributes.map(({ name, before, after }) => `${name}:${String(before)}→${String(after)}`);
}

function contentOf({ content }: WithContent): string {
  if (content === null) return '';
  if (content.kind === 'image') {
    const picture = content.isPictureChanged ? 'other picture, ' : '';
    return `${picture}alt ${runsAsText(content.alt)}, caption ${runsAsText(content.caption)}`;
  }
  if (content.kind === 'table') return tableAsText(content);
  if (content.kind === 'parts')
    return `{${content.changes.map(outlineOf).join('; ')}}${content.notation ? ' and notation' : ''}`;
  if (content.kind === 'raw' && content.reason) return `${content.reason}: ${runsAsText(content.runs)}`;
  if (content.kind !== 'list') return runsAsText(content.runs);
  return content.items
    .map((item) => {
      if (item.kind === 'added') return `added ${item.after.depth}`;
      if (!('runs' in item)) return item.kind;
      const checked =
        item.before.checked === item.after.checked ? '' : ` checked:${String(item.after.checked)}`;
      const depth = item.before.depth === item.after.depth ? '' : ` depth:${item.after.depth}`;
      return `${item.kind}${checked}${depth} ${runsAsText(item.runs)}`;
    })
    .join(' | ');
}

/** A row a line: its kind and cells, each as what became of it. */
function tableAsText({ caption, rows, columns, notation }: TableContent): string {
  const lines = rows.map(
    ({ kind, cells }) => `${kind === 'same' ? '' : `${kind} `}| ${cells.map(cellAsText).join(' | ')} |`,
  );
  const words = caption.length > 0 ? [`caption ${runsAsText(caption)}`] : [];
  return [
    'table',
    columns.map((column) => ({ same: '=', added: '+', removed: '-' })[column]).join(''),
    ...words,
    ...lines,
    ...(notation ? ['and notation'] : []),
  ].join('\n');
}

function cellAsText(cell: TableCellChange | null): string {
  if (cell === null) return '∅';
  if (cell.kind === 'changed')
    return cell.changes.map((change) => outlineOf(change).replace(/^changed /, '')).join('; ');
  const said = plainText(bodyOf(cell.blocks));
  return cell.kind === 'added' ? `{+${said}+}` : cell.kind === 'removed' ? `[-${said}-]` : said;
}
