/** What must be stored before the window is left: at once on blur and hide, and before the application quits. */
type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** `flush` is called at every farewell until the answer of this is called. */
export function atFarewell(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Stores everything now; rejects when something could not be. */
export async function flushAll(): Promise<void> {
  await Promise.all([...flushes].map((flush) => flush()));
}

/** Call once per page. A failure is in the status line already, so it is not told again here. */
export function watchForFarewells(): void {
  const flush = () => void flushAll().catch(() => undefined);
  window.addEventListener('blur', flush);
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
  window.brulion?.onFlush?.(flushAll);
}
