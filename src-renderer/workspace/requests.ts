/** What shortcuts, the palette and notices ask of parts of the window that may or may not be shown. */
export const publishRequest = 'brulion-publish';
export const searchRequest = 'brulion-search';
export const backupsRequest = 'brulion-backups';
type WindowRequest = typeof publishRequest | typeof searchRequest | typeof backupsRequest;

export function ask(request: WindowRequest): void {
  window.dispatchEvent(new Event(request));
}

/** Answers how to stop. */
export function onRequest(request: WindowRequest, listener: () => void): () => void {
  window.addEventListener(request, listener);
  return () => window.removeEventListener(request, listener);
}
