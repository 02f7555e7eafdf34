/** What a person types as a blog's address, and the addresses that may mean. */
import { CodedError } from '#shared/contract/errors.ts';

/** Ends of addresses that people copy from their browser and that are never the blog's own front. */
const insideWordPress = /\/(wp-admin|wp-login\.php|wp-json|wp-content|xmlrpc\.php|index\.php)(\/.*)?$/;
const maxFolders = 6;

/**
 * The pages to begin at, the likeliest first: https before http where nothing was said, http alone on the
 * own machine. CodedError `address-invalid` when no web address can be meant.
 */
export function startingPages(typed: string): URL[] {
  const text = typed.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') throw invalid(typed);
  const urls = scheme
    ? [text]
    : isLoopback(URL.parse(`http://${text}`)?.hostname ?? '')
      ? [`http://${text}`]
      : [`https://${text}`, `http://${text}`];
  return urls.map((url) => cleaned(url, typed));
}

/** The folders a blog may live in, from the page's own up to the root of the host. */
export function possibleBases(page: URL): URL[] {
  const names = page.pathname.split('/').filter((name) => name !== '');
  const paths = names.map((_, index) => `/${names.slice(0, names.length - index).join('/')}/`);
  return [...paths.slice(0, maxFolders), '/'].map((path) => new URL(path, page));
}

function cleaned(text: string, typed: string): URL {
  const url = URL.parse(text);
  // A name or password in the address is a mistake we must not repeat into our records.
  if (!url || url.hostname === '' || url.username !== '' || url.password !== '') throw invalid(typed);
  url.hash = '';
  // `?p=12` is a post's plain address; the blog's front will do.
  url.search = '';
  url.pathname = url.pathname.replace(insideWordPress, '/');
  return url;
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function invalid(typed: string): CodedError {
  // Whatever stands before an @ may be a password.
  const address = typed.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1');
  return new CodedError('address-invalid', 'This is not a web address.', { address });
}
