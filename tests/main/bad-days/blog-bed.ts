/** A library whose blog is a real WordPress behind something that can misbehave: for tests of a blog's bad days. */
import sharp from 'sharp';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { JobView } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { startFaultProxy, type FaultProxy, type FaultProxyOptions } from '#tests/servers/fault-proxy.ts';
import {
  startWordPress,
  type TestWordPress,
  type WordPressOptions,
} from '#tests/servers/wordpress/server.ts';
import { bodyOf, image, paragraphOf } from '../connectors/sample-post.ts';
import { adminCall } from '../connectors/wordpress/admin-call.ts';
import type { Role } from '../connectors/wordpress/connector-for.ts';
import { createPublishingBed, type PublishingBed } from '../publishing/publishing-bed.ts';

export interface BlogBed {
  readonly blog: TestWordPress;
  readonly proxy: FaultProxy;
  readonly bed: PublishingBed;
  /** Connects the blog, as one of its users; the account's id. */
  connect(role?: Role): Promise<string>;
  /** Lets time pass for the queue: whatever waited tries again. */
  pass(ms: number): void;
  /** A post with a picture of its own. */
  writeWithPicture(title: string, fields?: Partial<PostDocument>): Promise<{ postId: string; hash: string }>;
  /** Queues it, and resolves once the job rests in one of these states. */
  publish(postId: string, accountId: string): Promise<JobView>;
  /** Waits until the job rests: done, waiting or asking. */
  rests(jobId: string): Promise<JobView>;
  choose(jobId: string, choice: Parameters<PublishingBed['queue']['choose']>[1]): Promise<JobView>;
  stop(): Promise<void>;
}

/** `late` is how far our clock is behind the blog's, ms. */
export async function startBlogBed(
  options: { wordPress?: WordPressOptions; proxy?: FaultProxyOptions; late?: number } = {},
): Promise<BlogBed> {
  const proxy = await startFaultProxy(options.proxy);
  const blog = await startWordPress({ ...options.wordPress, publicUrl: proxy.url });
  proxy.setTarget(blog.url);
  let passed = -(options.late ?? 0);
  const bed = await createPublishingBed({ now: () => new Date(Date.now() + passed) });

  const rests = (jobId: string) => bed.reaches(jobId, 'succeeded', 'needs-attention', 'waiting', 'cancelled');
  return {
    blog,
    proxy,
    bed,
    rests,
    async connect(role = 'admin') {
      const { user, appPassword } = blog.users[role];
      const { id } = await bed.accounts.addWordPress({
        address: proxy.url,
        userName: user,
        password: appPassword,
        secretStorage: 'session',
        makeDefault: true,
      });
      return id;
    },
    pass(ms) {
      passed += ms;
      // Nobody's sign-in: the queue only looks at the time again.
      bed.queue.wake('signed-in', 'nobody');
    },
    async writeWithPicture(title, fields = {}) {
      const bytes = await sharp({
        create: { width: 64, height: 48, channels: 3, background: colourOf(title) },
      })
        .png()
        .toBuffer();
      const { hash } = await bed.library.media.import(new Uint8Array(bytes), 'żółw.png');
      const body = bodyOf(paragraphOf('Zażółć gęślą jaźń.'), image(hash, 'Żółw'));
      const { postId } = bed.library.posts.create({ ...emptyDocument('pl'), title, body, ...fields });
      return { postId, hash };
    },
    async publish(postId, accountId) {
      const { id } = await bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
      return rests(id);
    },
    async choose(jobId, choice) {
      bed.queue.choose(jobId, choice);
      return rests(jobId);
    },
    async stop() {
      await bed.dispose();
      await blog.stop();
      await proxy.stop();
    },
  };
}

/** Pictures of different posts are different pictures. */
function colourOf(title: string): { r: number; g: number; b: number } {
  const sum = [...title].reduce((all, sign) => (all * 31 + (sign.codePointAt(0) ?? 0)) % 0xff_ff_ff, 7);
  return { r: sum >> 16, g: (sum >> 8) & 255, b: sum & 255 };
}

export interface PostOnBlog {
  readonly id: number;
  readonly status: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
  readonly date: string;
  readonly date_gmt: string;
  readonly featured_media: number;
  readonly link: string;
}

/** Every post on the blog with this title that is not in its trash, whatever its state; of the newest 100. */
export async function postsOnBlog(blog: TestWordPress, title: string): Promise<PostOnBlog[]> {
  const query = { context: 'edit', status: 'any', per_page: '100', orderby: 'id' };
  const answer = await adminCall(blog, 'wp/v2/posts', { query });
  const posts = (await answer.json()) as PostOnBlog[];
  return posts.filter((post) => post.title.raw === title);
}

export async function picturesOnBlog(blog: TestWordPress, hash: string): Promise<{ id: number }[]> {
  const query = { search: hash.slice(0, 16), per_page: '100' };
  return (await (await adminCall(blog, 'wp/v2/media', { query })).json()) as { id: number }[];
}

/** As an administrator changes a user's role. */
export async function setRole(blog: TestWordPress, user: Role, role: string): Promise<void> {
  const found = await adminCall(blog, 'wp/v2/users', { query: { search: user, context: 'edit' } });
  const [first] = (await found.json()) as { id: number }[];
  const answer = await adminCall(blog, `wp/v2/users/${first?.id}`, {
    method: 'POST',
    body: { roles: [role] },
  });
  if (!answer.ok) throw new Error(`The role was not changed: ${await answer.text()}`);
}

export const codeOf = (error: unknown): ErrorCode | undefined => (error as { code?: ErrorCode }).code;
