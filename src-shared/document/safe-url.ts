/** Which links a document may carry: those that show or lead, none that run or hand over the page they stand on. */
const safeSchemes = new Set(['http', 'https', 'mailto', 'tel']);

/** The address, or null when a browser would run it or it cannot be one. Relative addresses and fragments pass. */
export function safeUrl(url: string): string | null {
  // Browsers drop these characters before they look for the scheme, so we do too.
  const cleaned = url
    // oxlint-disable-next-line no-control-regex -- the control characters are the point
    .replace(/[\u0000-\u0020\u007f]+/g, (run, at: number) => (at === 0 ? '' : run))
    .replace(/[\t\n\r]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(cleaned)?.[1]?.toLowerCase();
  if (scheme === undefined) return /^[^:/?#]*:/.test(cleaned) ? null : cleaned;
  return safeSchemes.has(scheme) ? cleaned : null;
}

/** The link's relations without `opener`, which would let the page it leads to navigate ours; null when none is left. */
export function safeRel(rel: string | null): string | null {
  const kept = (rel ?? '').split(/\s+/).filter((word) => word !== '' && word.toLowerCase() !== 'opener');
  return kept.length === 0 ? null : kept.join(' ');
}
