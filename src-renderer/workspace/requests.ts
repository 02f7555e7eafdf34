/** What shortcuts and the palette ask of parts of the window that may or may not be shown. */
export const publishRequest = 'brulion-publish';
export const searchRequest = 'brulion-search';

export function ask(request: typeof publishRequest | typeof searchRequest): void {
  window.dispatchEvent(new Event(request));
}

/** Answers how to stop. */
export function onRequest(
  request: typeof publishRequest | typeof searchRequest,
  listener: () => void,
): () => void {
  window.addEventListener(request, listener);
  return () => window.removeEventListener(request, listener);
}
