/** A table that is kept as it is, as rows of cells. */
import type { Element, ElementContent, Root } from 'hast';
import type { InlineJson } from '../../document/serialized.ts';
import { inlineFromHast } from '../../document/bridge/inline-from-hast.ts';
import { plainTextOf } from '../words/flat-inline.ts';
import { parseMarkup, seenInTree, withoutSpace } from './parse-markup.ts';
import { replaceSpans } from './replace-spans.ts';
import { readRow, type TableRow } from './read-row.ts';
import { unseenTags } from './unseen-tags.ts';

export type TableSection = 'head' | 'body' | 'foot';

export interface Table {
  readonly rows: readonly (TableRow & { readonly section: TableSection })[];
  readonly caption: readonly InlineJson[];
  /** Its notation without rows and caption. */
  readonly frame: string;
  readonly unseenInCaption: string;
}

/** Larger than this, nobody reads it cell by cell, and a page of it would be slow. */
const mostCells = 8_000;

const row = { opening: /<tr\b/gi, closing: /<\/tr\s*>/gi };
const anyCaption = { opening: /<(?:fig)?caption\b/gi, closing: /<\/(?:fig)?caption\s*>/gi };
/** What could make a row mean another thing than it does by itself. */
const unsafeInRows =
  /<(?:table|!|\?|script|style|template|textarea|title|xmp|plaintext|svg|math|select)\b|<[!?]/i;
const sections: Readonly<Record<string, TableSection>> = { thead: 'head', tbody: 'body', tfoot: 'foot' };

/**
 * Null for what is no single table, or one that holds more than text and pictures, tables in its cells, or too many of
 * them. The rows are read one by one (each by itself, so that the many plain ones cost little), what is around them
 * once, with a number in each row's place.
 */
export function readTable(raw: string, known: KnownRows = new Map()): Table | null {
  const rowTexts: string[] = [];
  const around = replaceSpans(
    raw,
    row.opening,
    row.closing,
    (text) => `<tr><td>${rowTexts.push(text) - 1}</td></tr>`,
  );
  if (around === null || rowTexts.length === 0 || rowTexts.some((text) => unsafeInRows.test(text.slice(1))))
    return null;
  const tree = parseMarkup(around);
  const found = tree && singleTable(tree);
  if (!found) return null;

  const rows: Table['rows'][number][] = [];
  let cellCount = 0;
  for (const { section, number } of found.places) {
    const read = number === rows.length ? knownRow(rowTexts[number] as string, known) : null;
    if (read === null || (cellCount += read.cells.length) > mostCells) return null;
    rows.push({ ...read, section });
  }
  if (rows.length !== rowTexts.length) return null;
  const withoutRows = replaceSpans(raw, row.opening, row.closing, () => '') ?? raw;
  let unseenInCaption = '';
  const frame =
    replaceSpans(withoutRows, anyCaption.opening, anyCaption.closing, (caption) => {
      unseenInCaption += unseenTags(caption);
      return '';
    }) ?? withoutRows;
  return { rows, caption: found.caption, frame, unseenInCaption };
}

/** Rows already read, by their notation: most of a changed table is what it was. */
export type KnownRows = Map<string, TableRow | null>;

function knownRow(raw: string, known: KnownRows): TableRow | null {
  let row = known.get(raw);
  if (row === undefined) known.set(raw, (row = readRow(raw)));
  return row;
}

/** All it says, without white space. */
export function textOfTable({ rows, caption }: Table): string {
  return withoutSpace(
    `${plainTextOf(caption)}${rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join('')}`,
  );
}

interface Found {
  readonly places: { readonly section: TableSection; readonly number: number }[];
  readonly caption: readonly InlineJson[];
}

/** The only thing that a tree shows, with its caption, inside or beside it. */
function singleTable(tree: Root): Found | null {
  const { table, caption } = partsAround(tree.children as ElementContent[]);
  if (!table || caption === null) return null;
  const places: Found['places'] = [];
  let words = caption;
  for (const child of elementsIn(table)) {
    if (child.tagName === 'caption') words = [...words, ...child.children];
    else if (child.tagName in sections) {
      for (const row of elementsIn(child)) {
        const [cell] = elementsIn(row);
        const [said] = cell?.children ?? [];
        if (said?.type !== 'text') return null;
        places.push({ section: sections[child.tagName] as TableSection, number: Number(said.value) });
      }
    } else if (child.tagName !== 'colgroup') return null;
  }
  const inline = inlineFromHast(words);
  const seen = seenInTree(words);
  // A picture in a caption, or a table with two captions, is told otherwise.
  const isTold = seen.pictures === 0 && seen.text === withoutSpace(plainTextOf(inline));
  return isTold ? { places, caption: inline } : null;
}

const wrappers = new Set(['figure', 'div', 'section']);

/** A table among elements that only wrap it; `caption` is null where there is more to see. */
function partsAround(nodes: readonly ElementContent[]): {
  readonly table: Element | null;
  readonly caption: ElementContent[] | null;
} {
  let table: Element | null = null;
  const caption: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && node.value.trim() !== '') return { table, caption: null };
    if (node.type !== 'element') continue;
    if (node.tagName === 'figcaption') caption.push(...node.children);
    else if (node.tagName === 'table' && !table) table = node;
    else if (wrappers.has(node.tagName)) {
      const inner = partsAround(node.children);
      if (inner.caption === null || (inner.table && table)) return { table, caption: null };
      table ??= inner.table;
      caption.push(...inner.caption);
    } else return { table, caption: null };
  }
  return { table, caption };
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}
