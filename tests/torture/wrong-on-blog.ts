import type { RemoteStanding, StoredRemotePost } from '#main/storage/remote-post-store.ts';
import type { BlogDatabase } from './blog-database.ts';
import {
  correction,
  rescheduledFor,
  scheduledFor,
  slugOf,
  termsOf,
  titleOf,
  type Deed,
  type Scene,
} from './scenes.ts';

const standings: Readonly<Record<Deed, RemoteStanding>> = {
  publish: 'published',
  'publish-now': 'published',
  'save-draft': 'draft',
  schedule: 'scheduled',
  reschedule: 'scheduled',
  unpublish: 'unpublished',
};

export interface Wanted {
  readonly scene: Scene;
  readonly number: number;
  /** Hashes of the pictures in the text. */
  readonly shown: readonly string[];
  /** Those, and what was in the text before. */
  readonly uploaded: readonly string[];
  /** What the library believes. */
  readonly standing: StoredRemotePost | null;
}

/** How the blog, or what the library knows of it, is not as a played scene should have left it. */
export function wrongOnBlog(
  blog: BlogDatabase,
  { scene, number, shown, uploaded, standing }: Wanted,
): string[] {
  const wrong: string[] = [];
  const say = (isTrue: boolean, what: string) => void (isTrue || wrong.push(what));
  const terms = termsOf(scene, number);
  const posts = blog.posts(titleOf(number));
  say(posts.length === 1, `${posts.length} posts are on the blog`);
  for (const hash of uploaded) say(blog.uploads(hash) === 1, `${blog.uploads(hash)} uploads of a picture`);
  for (const term of terms) say(blog.terms(term) === 1, `${blog.terms(term)} terms ${term}`);
  const [post] = posts;
  if (!post) return wrong;
  say(post.status === scene.status, `is ${post.status}, not ${scene.status}`);
  say(!post.slug.startsWith('brulion-'), 'is still under its marker');
  for (const hash of shown) say(post.content.includes(hash.slice(0, 16)), 'lacks a picture');
  for (const term of terms) say(post.terms.includes(term), `lacks the term ${term}`);
  if (scene.change === 'slug') say(post.slug === slugOf(number), `is at ${post.slug}`);
  if (scene.change === 'text and picture') say(post.content.includes(correction), 'lacks the correction');
  if (scene.status === 'future') {
    const due = scene.deed === 'reschedule' ? rescheduledFor : scheduledFor;
    say(Date.parse(`${post.date.replace(' ', 'T')}Z`) === Date.parse(due), `is due ${post.date}`);
  } else if (scene.status === 'publish') {
    say(Date.parse(`${post.date.replace(' ', 'T')}Z`) < Date.now() + 60_000, `is dated ${post.date}`);
  }
  say(standing?.remoteId === String(post.id), `the library knows post ${standing?.remoteId}`);
  say(standing?.standing === standings[scene.deed], `the library says ${standing?.standing}`);
  return wrong;
}
