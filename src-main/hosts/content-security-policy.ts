/** The policy of the application's own page, in either host: own scripts only, no network but the application. */
export function contentSecurityPolicy(connectSources: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The interface library positions popovers with style attributes; inline style elements stay harmless without scripts.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connectSources].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * For bytes and pages that came from a person’s posts: shown, never run. Without scripts the page’s own origin does
 * no harm, and it needs it: the host’s cookie goes with its pictures only then. What its links open is not sandboxed: that
 * is somebody else’s site, which would not work without its scripts.
 */
export const contentOnlyPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'";
