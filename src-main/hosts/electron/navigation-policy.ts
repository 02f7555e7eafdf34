/** Where a window may go: nowhere but the application’s own page. Web links leave for the system’s browser. */
export const appOrigin = 'app://brulion';
export const appPage = `${appOrigin}/`;

/** True for the application’s own page, whatever its hash. */
export function isAppPage(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null && parsed.protocol === 'app:' && parsed.host === 'brulion' && parsed.pathname === '/'
  );
}

/** True when a message's sender is our own page in our own origin. */
export function isTrustedSender(frameUrl: string | null | undefined): boolean {
  return typeof frameUrl === 'string' && isAppPage(frameUrl);
}

/** True for our own page in the window's top frame: a frame within it is not ours, whatever its address. */
export function isTrustedFrame(
  frame: { readonly url: string; readonly parent: unknown } | null | undefined,
): boolean {
  return frame?.parent === null && isTrustedSender(frame.url);
}

/** What to do with a link that would leave the page: hand it to the system only if it is the web or mail. */
export function isForSystem(url: string): boolean {
  const protocol = URL.parse(url)?.protocol;
  return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:';
}

/** The account and path of a link to a folder blog’s page; null for any other link. */
export function sitePage(url: string): { readonly accountId: string; readonly path: string } | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'app:' || parsed.host !== 'brulion') return null;
  const [, accountId, path] = /^\/site\/([0-9a-f-]{36})(\/.*)$/.exec(parsed.pathname) ?? [];
  return accountId === undefined || path === undefined ? null : { accountId, path };
}
