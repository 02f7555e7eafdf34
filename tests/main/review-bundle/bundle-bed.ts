/** An application on a library of its own, for making review files and taking them in again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication, type Application } from '#main/application.ts';
import { openLibrary } from '#main/storage/library.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { documentOf } from '../storage/temporary-library.ts';
import { windowOn } from '../window-on.ts';

export interface BundleBed {
  /** The library's. */
  readonly folder: string;
  readonly client: BrulionClient;
  /** Answers the post's id. */
  write(title: string, markdown: string, fields?: object): Promise<string>;
  exported(postId: string): Promise<{ readonly fileName: string; readonly html: string }>;
  /** `taken`, or the code of the error that a file is refused with. */
  refusal(html: string): Promise<string>;
  restart(): Promise<void>;
  /** The library's own, which never leaves it by the contract; hex. */
  libraryKey(): Promise<string>;
  close(): Promise<void>;
}

export const startOn = (libraryFolder: string): Promise<Application> =>
  startApplication({ libraryFolder, host: { kind: 'browser', chooseFolder: null }, log: () => {} });

export async function createBundleBed(): Promise<BundleBed> {
  const folder = await mkdtemp(join(tmpdir(), 'brulion-bundle-'));
  let application = await startOn(folder);
  let client = windowOn(application);
  await client.settings.update({ authorName: 'Redaktorka' });

  async function restart(meanwhile: () => void = () => {}): Promise<void> {
    await application.stop();
    meanwhile();
    application = await startOn(folder);
    client = windowOn(application);
  }

  return {
    folder,
    get client() {
      return client;
    },
    async write(title, markdown, fields = {}) {
      const { postId, version } = await client.posts.create({ language: 'pl' });
      const document = documentOf(title, markdown, fields);
      await client.drafts.save({ postId, baseVersion: version, document });
      return postId;
    },
    exported: (postId) => client.review.exportBundle({ postId, revisionId: null }),
    refusal: (html) =>
      client.review.importBundle({ html }).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      ),
    restart: () => restart(),
    async libraryKey() {
      let key = '';
      await restart(() => {
        const library = openLibrary(folder);
        key = library.settings.reviewKey();
        library.close();
      });
      return key;
    },
    async close() {
      await application.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
