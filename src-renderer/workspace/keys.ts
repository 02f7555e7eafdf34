/** How this system names and writes keys. */
export const isMac = /^Mac|^iP/.test(navigator.platform);

/** `Ctrl+Shift+N` here, `⌘⇧N` on a Mac. */
export function keysFor(keys: string): string {
  return isMac ? keys.replaceAll('Ctrl+', '⌘').replaceAll('Alt+', '⌥').replaceAll('Shift+', '⇧') : keys;
}
