/** Whether a password typed for one address may be sent to another. */

/**
 * True when `found` belongs to the site a person named: the same host name, a `www.` aside, at the same port or over
 * https, where its certificate vouches for it. Any other host, and http after https, is a site of somebody else’s
 * until the person says otherwise.
 */
export function isSameSite(named: URL, found: URL): boolean {
  if (bareName(named) !== bareName(found)) return false;
  return found.protocol === 'https:' || (named.protocol === 'http:' && portOf(named) === portOf(found));
}

function bareName({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}

function portOf({ port }: URL): string {
  return port || '80';
}
