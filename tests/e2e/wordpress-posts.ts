/** What is on the test blog, as its administrator sees it. */
import type { TestWordPress } from '../servers/wordpress/server.ts';

export interface PostOnBlog {
  readonly id: number;
  readonly status: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
}

/** Every post but the one WordPress comes with. */
export async function postsOn({ url, users: { admin } }: TestWordPress): Promise<PostOnBlog[]> {
  const query = new URLSearchParams({
    rest_route: '/wp/v2/posts',
    status: 'any',
    context: 'edit',
    per_page: '100',
  });
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.appPassword}`).toString('base64')}`;
  const answer = await fetch(`${url}/?${query}`, { headers: { authorization } });
  const posts = (await answer.json()) as (PostOnBlog & { slug: string })[];
  return posts.filter(({ slug }) => slug !== 'hello-world');
}
