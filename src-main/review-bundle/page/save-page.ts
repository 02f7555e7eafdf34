/** Runs in the reader's browser, so it uses nothing from outside itself. */

/**
 * How the page is written out again, with other data in it. Call it before anything of the page is changed: only its own
 * pieces are kept, so that what a browser's extensions put in does not come along.
 */
export function preparePage(dataElement: Element): (data: string) => string {
  const pieces = (parent: Element) =>
    [...parent.children].filter((child) => child instanceof HTMLElement && 'own' in child.dataset);
  const write = (parent: Element) =>
    pieces(parent).map((piece) => (piece === dataElement ? null : piece.outerHTML));
  const lang = document.documentElement.lang;
  const head = write(document.head);
  const body = write(document.body);
  return (data) => {
    const written = dataElement.cloneNode(false) as Element;
    written.textContent = data;
    const join = (parts: readonly (string | null)[]) =>
      parts.map((part) => part ?? written.outerHTML).join('\n');
    return `<!doctype html>\n<html lang="${lang}"><head>${join(head)}</head><body>${join(body)}</body></html>\n`;
  };
}
