/** A folder blog in a temporary folder, and short ways to do to it what the queue does. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connector, FillInput, MediaUpload, RemoteMedia } from '#main/connectors/connector.ts';
import { createFolderConnector } from '#main/connectors/folder/folder-connector.ts';
import { prepareFolder } from '#main/connectors/registry.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { sampleDocument } from '../sample-post.ts';

export const signal = AbortSignal.timeout(600_000);
export const newMarker = () => `brulion-${randomUUID().replaceAll('-', '')}`;

export interface TestFolderBlog {
  readonly folder: string;
  readonly accountId: string;
  readonly connector: Connector;
  /** The blog's clock; tests set it. */
  now: Date;
  /** Reserves and fills a post. */
  publish(change?: Partial<PostDocument>, more?: PublishOptions): ReturnType<Connector['fill']>;
  /** Fills a post that is there. */
  update(
    remoteId: string,
    change?: Partial<PostDocument>,
    more?: PublishOptions,
  ): ReturnType<Connector['fill']>;
  has(...path: string[]): boolean;
  text(...path: string[]): string;
  names(...path: string[]): string[];
  remove(): Promise<void>;
}

export interface PublishOptions extends Partial<Pick<FillInput, 'status' | 'date'>> {
  readonly uploads?: readonly MediaUpload[];
}

export async function makeFolderBlog(name = 'Mój brulion'): Promise<TestFolderBlog> {
  const folder = await mkdtemp(join(tmpdir(), 'brulion-folder-'));
  const { address, settings } = await prepareFolder(folder, name);
  const accountId = randomUUID();
  const account = { id: accountId, kind: 'folder', name, address, userName: null, settings } as const;
  const connector = createFolderConnector(account, () => blog.now);
  const at = (path: readonly string[]) => join(folder, ...path);

  const blog: TestFolderBlog = {
    folder,
    accountId,
    connector,
    now: new Date('2026-11-23T10:00:00.000Z'),
    async publish(change = {}, more = {}) {
      const { id } = await connector.reserve(newMarker(), change.title ?? '', signal);
      return blog.update(id, change, more);
    },
    async update(remoteId, change = {}, { uploads = [], status = 'published', date = null } = {}) {
      const document = sampleDocument(change);
      const media = new Map<string, RemoteMedia>();
      for (const upload of uploads) media.set(upload.hash, await connector.uploadMedia(upload, signal));
      const terms = (taxonomy: 'category' | 'tag', names: readonly string[]) =>
        Promise.all(names.map((term) => connector.ensureTerm(taxonomy, term, signal)));
      const content = connector.render({
        document,
        media,
        categories: await terms('category', document.categories),
        tags: await terms('tag', document.tags),
      });
      return connector.fill({ remoteId, content, status, date }, signal);
    },
    has: (...path) => existsSync(at(path)),
    text: (...path) => readFileSync(at(path), 'utf8'),
    names: (...path) => (existsSync(at(path)) ? readdirSync(at(path)).toSorted() : []),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  return blog;
}
