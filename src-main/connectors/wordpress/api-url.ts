/**
 * Addresses of the WordPress REST API, built in this one place. An API root is either a folder
 * (`…/wp-json/`) or, where pretty permalinks are off, a query (`…/?rest_route=/`).
 */

export type Query = Readonly<Record<string, string | number>>;

/** The address of `path` (`wp/v2/posts`, no leading slash) under an API root. */
export function apiUrl(apiRoot: string, path: string, query: Query = {}): URL {
  const url = new URL(apiRoot);
  const route = url.searchParams.get('rest_route');
  if (route === null) url.pathname = withSlash(url.pathname) + path;
  else url.searchParams.set('rest_route', withSlash(route) + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}

/** The API roots a blog at `base` may have, the likelier first. */
export function possibleApiRoots(base: URL): URL[] {
  const folder = new URL(base);
  folder.pathname = `${withSlash(base.pathname)}wp-json/`;
  const query = new URL(base);
  query.pathname = withSlash(base.pathname);
  query.searchParams.set('rest_route', '/');
  return [folder, query];
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
