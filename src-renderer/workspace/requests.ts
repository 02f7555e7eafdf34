/** What shortcuts, the palette and notices ask of parts of the window that may or may not be shown. */
export const publishRequest = 'brulion-publish';
export const searchRequest = 'brulion-search';
export const backupsRequest = 'brulion-backups';
export const historyRequest = 'brulion-history';
export const reviewRequest = 'brulion-review';
export const nameVersionRequest = 'brulion-name-version';
type WindowRequest =
  | typeof publishRequest
  | typeof searchRequest
  | typeof backupsRequest
  | typeof historyRequest
  | typeof reviewRequest
  | typeof nameVersionRequest;

export function ask(request: WindowRequest): void {
  window.dispatchEvent(new Event(request));
}

/** Answers how to stop. */
export function onRequest(request: WindowRequest, listener: () => void): () => void {
  window.addEventListener(request, listener);
  return () => window.removeEventListener(request, listener);
}
