/** A real WordPress behind a line that can lie, connected to a library of the test's own. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { JobView } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { startFaultProxy, type FaultProxy } from '#tests/servers/fault-proxy.ts';
import { startWordPress, type TestUser, type TestWordPress } from '#tests/servers/wordpress/server.ts';
import { adminCall } from '../connectors/wordpress/admin-call.ts';
import { bodyOf, image, paragraphOf } from '../connectors/sample-post.ts';
import { createPublishingBed, type PublishingBed } from '../publishing/publishing-bed.ts';

export interface BlogPost {
  readonly id: number;
  readonly status: string;
  readonly date_gmt: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
}

export interface BlogBed {
  readonly blog: TestWordPress;
  readonly proxy: FaultProxy;
  readonly bed: PublishingBed;
  /** Connects as this user and answers the account's id. */
  connect(user: TestUser): Promise<string>;
  /** A post with one picture of its own. */
  write(title: string): Promise<string>;
  publish(postId: string, accountId: string, publishAt?: string): Promise<JobView>;
  /** Every post with this title, whatever its state. */
  posts(title: string): Promise<BlogPost[]>;
  /** PHP that runs on every request of the blog, as a plugin's would; an empty one switches it off. */
  plugin(name: string, php: string): Promise<void>;
  dispose(): Promise<void>;
}

export const resting = ['succeeded', 'needs-attention', 'waiting'] as const;

export async function createBlogBed(): Promise<BlogBed> {
  const proxy = await startFaultProxy();
  const blog = await startWordPress({ publicUrl: proxy.url });
  proxy.setTarget(blog.url);
  const bed = await createPublishingBed();
  let pictures = 0;
  let written = 0;
  /** Switches of the plugins that are on. */
  const plugins = new Map<string, string>();
  return {
    blog,
    proxy,
    bed,
    async connect({ user, appPassword }) {
      const account = await bed.accounts.addWordPress({
        address: proxy.url,
        userName: user,
        password: appPassword,
        secretStorage: 'session',
        makeDefault: false,
      });
      return account.id;
    },
    async write(title) {
      const background = { r: (pictures++ * 40) % 256, g: pictures % 256, b: 90 };
      const bytes = await sharp({ create: { width: 120, height: 80, channels: 3, background } })
        .png()
        .toBuffer();
      const { hash } = await bed.library.media.import(new Uint8Array(bytes), 'próba.png');
      const document: PostDocument = {
        ...emptyDocument('pl'),
        title,
        body: bodyOf(paragraphOf('Zażółć gęślą jaźń.'), image(hash, 'Obraz')),
      };
      return bed.library.posts.create(document).postId;
    },
    async publish(postId, accountId, publishAt) {
      const how = publishAt === undefined ? 'publish' : 'schedule';
      const job = await bed.queue.publish({ postId, accountId, how, publishAt: publishAt ?? null });
      return bed.reaches(job.id, ...resting);
    },
    async posts(title) {
      const query = { search: title, status: 'any,trash', context: 'edit', per_page: '100' };
      const answer = await adminCall(blog, 'wp/v2/posts', { query });
      return ((await answer.json()) as BlogPost[]).filter((post) => post.title.raw === title);
    },
    async plugin(name, php) {
      const folder = join(blog.folder, 'wp-content', 'mu-plugins');
      await mkdir(folder, { recursive: true });
      const before = plugins.get(name);
      if (before) await rm(before);
      plugins.delete(name);
      if (php === '') return;
      // A file of its own each time, and a switch beside it: PHP may remember what a file said for seconds.
      const file = join(folder, `${name}-${++written}`);
      await writeFile(`${file}.on`, '');
      await writeFile(`${file}.php`, `<?php\nif (!file_exists('${file}.on')) return;\n${php}\n`);
      plugins.set(name, `${file}.on`);
    },
    async dispose() {
      await bed.dispose();
      await blog.stop();
      await proxy.stop();
    },
  };
}
