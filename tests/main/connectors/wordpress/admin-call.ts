import type { TestWordPress } from '#tests/servers/wordpress/server.ts';

/** What the administrator does on the blog behind our back. `path` is below the API's root: `wp/v2/posts/4`. */
export function adminCall(
  { url, users: { admin } }: Pick<TestWordPress, 'url' | 'users'>,
  path: string,
  {
    method = 'GET',
    query = {},
    body,
  }: { method?: string; query?: Record<string, string>; body?: unknown } = {},
): Promise<Response> {
  const address = new URL(url);
  address.search = new URLSearchParams({ rest_route: `/${path}`, ...query }).toString();
  return fetch(address, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${admin.user}:${admin.appPassword}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
