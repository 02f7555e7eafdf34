/** Runs in the reader's browser, so it uses nothing from outside itself. */

/** A browser that saved the page its own way saved what our script had done to it, too: it is as it was sent again. */
export function undoReading(
  panel: HTMLElement,
  article: Element,
  withoutScript: Iterable<HTMLElement>,
): void {
  panel.hidden = true;
  for (const element of withoutScript) element.hidden = false;
  for (const button of article.querySelectorAll('[data-block] > button.beside')) button.remove();
  for (const name of ['target', 'list', 'status'])
    panel.querySelector(`[data-part="${name}"]`)?.replaceChildren();
  // What has changed, and what is folded in it, is sent closed; the fields are sent empty.
  for (const details of document.querySelectorAll('main > details, main > details details'))
    details.removeAttribute('open');
  for (const field of panel.querySelectorAll('input, textarea')) {
    field.removeAttribute('value');
    if (field instanceof HTMLTextAreaElement) field.textContent = '';
  }
  for (const name of ['suggest', 'on-post'])
    for (const part of panel.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)) part.hidden = false;
}
