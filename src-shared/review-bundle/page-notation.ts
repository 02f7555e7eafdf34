/**
 * A review file's page as one text: the same for the file that was sent and the one a browser saved of it, different as soon
 * as anything the reader sees differs. The data, where the comments are, is left out.
 */
import type { Element, Nodes, Root } from 'hast';

/** The element that holds the data. */
export function isData({ tagName, properties }: Element): boolean {
  return tagName === 'script' && properties['type'] === 'application/json';
}

/** Of a whole parsed document; null when there is something in it that no review file has. */
export function pageNotation(page: Root): string | null {
  const html = elementsOf(page).find(({ tagName }) => tagName === 'html');
  const pieces = html ? elementsOf(html).flatMap(elementsOf) : [];
  if (!html || pieces.some(({ properties }) => properties['dataOwn'] === undefined)) return null;
  const stray = elementsOf(html).some(({ children }) => children.some(isWords));
  if (stray) return null;
  return JSON.stringify([html.properties['lang'], pieces.filter((piece) => !isData(piece)).map(notationOf)]);
}

function elementsOf({ children }: Root | Element): Element[] {
  return (children as Nodes[]).filter((child) => child.type === 'element');
}

function isWords(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() !== '';
}

function notationOf(node: Nodes): unknown {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return [node.type];
  const { tagName, properties, children } = node;
  const facts = Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const inner = children.map(notationOf);
  // Parsing drops a newline right behind <pre>, and writing it anew does not bring it back.
  if (tagName === 'pre' && typeof inner[0] === 'string') inner[0] = inner[0].replace(/^\n+/, '');
  return [tagName, facts, inner];
}
