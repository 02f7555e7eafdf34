/**
 * A review file's page as one text: the same for the file that was sent and the one a browser saved of it, different as soon
 * as anything the reader sees or a browser does differs. The data, where the comments are, is left out. Of the parser's own
 * tree, since attributes must be compared as they are written: “Content-Security-Policy ” is no policy.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';

type Document = DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** The pieces of a page, by where they stand: a policy in the body is none. */
export interface PagePieces {
  readonly lang: string;
  readonly sections: readonly { readonly tagName: string; readonly pieces: readonly Element[] }[];
}

/** Null when there is something in it that no review file has. */
export function piecesOf(page: Document): PagePieces | null {
  // Without its doctype a browser shows a page by other rules.
  if (page.mode !== 'no-quirks') return null;
  const [html, ...others] = elementsIn(page.childNodes);
  if (html?.tagName !== 'html' || others.length > 0) return null;
  const parts = elementsIn(html.childNodes);
  const sections = parts.map((part) => ({ tagName: part.tagName, pieces: elementsIn(part.childNodes) }));
  const pieces = sections.flatMap((section) => section.pieces);
  const isBare = [html, ...parts].every(
    (element) => element.attrs.every((attr) => mayStand(element, attr)) && !element.childNodes.some(isWords),
  );
  if (!isBare || pieces.some((piece) => attribute(piece, 'data-own') === null)) return null;
  return { lang: attribute(html, 'lang') ?? '', sections };
}

export function pageNotation({ lang, sections }: PagePieces): string {
  const noted = sections.map(({ tagName, pieces }) => [
    tagName,
    pieces.filter((piece) => !isData(piece)).map(notationOf),
  ]);
  return JSON.stringify([lang, noted]);
}

/** The text of the element that holds the data; null when there is none. */
export function dataIn({ sections }: PagePieces): string | null {
  const element = sections.flatMap(({ pieces }) => pieces).find(isData);
  const [content] = element?.childNodes ?? [];
  return content && 'value' in content ? content.value : null;
}

/** A page written by its own script has none of what a browser's extensions may have put there. */
function mayStand({ tagName }: Element, { name }: Element['attrs'][number]): boolean {
  return name.startsWith('data-') || (tagName === 'html' && name === 'lang');
}

function isData(element: Element): boolean {
  return element.tagName === 'script' && attribute(element, 'type') === 'application/json';
}

function attribute({ attrs }: Element, wanted: string): string | null {
  return attrs.find(({ name }) => name === wanted)?.value ?? null;
}

function elementsIn(nodes: readonly ChildNode[]): Element[] {
  return nodes.filter((node): node is Element => 'tagName' in node);
}

function isWords(node: ChildNode): boolean {
  return node.nodeName === '#text' && 'value' in node && node.value.trim() !== '';
}

function notationOf(node: ChildNode): unknown {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('tagName' in node)) return [node.nodeName];
  const { tagName, attrs, childNodes } = node;
  const facts = attrs
    .map(({ name, value }) => [name, value])
    .toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const [first, ...rest] = childNodes.map(notationOf);
  // Parsing drops a newline right behind <pre>, and writing it anew does not bring it back.
  const opening = tagName === 'pre' && typeof first === 'string' ? first.replace(/^\n+/, '') : first;
  const inner = opening === undefined || opening === '' ? rest : [opening, ...rest];
  return [tagName, facts, inner];
}
