/** The disk of an open library turns read-only: reading goes on, writing is told why not, and all goes on afterwards. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { documentOf } from '../storage/temporary-library.ts';
import { pictureIn } from '../storage/pictures.ts';
import { windowOn } from '../window-on.ts';
import { frozenFolderMissing, makeFrozenFolder, type FrozenFolder } from './frozen-folder.ts';

const missing = frozenFolderMissing();

describe.skipIf(missing !== null)(`a library turned read-only${missing ? ` (${missing})` : ''}`, () => {
  let disk: FrozenFolder;
  let application: Application;
  let client: BrulionClient;
  const complaints: string[] = [];

  beforeEach(async () => {
    disk = makeFrozenFolder();
    complaints.length = 0;
    application = await startApplication({
      libraryFolder: disk.folder,
      host: { kind: 'browser', chooseFolder: null },
      log: (level, message) => void (level === 'info' || complaints.push(message)),
    });
    client = windowOn(application);
  });
  afterEach(async () => {
    disk.thaw();
    await application.stop();
    disk.remove();
  });

  const readOnly = expect.objectContaining({ code: 'library-read-only' });
  const failure = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: unknown) => error,
    );

  async function write(title: string) {
    const { postId, version } = await client.posts.create({ language: 'pl' });
    const document = documentOf(title, 'Treść żółwia.');
    return { postId, ...(await client.drafts.save({ postId, baseVersion: version, document })) };
  }

  test('what would be written is refused with the reason, and stored once it can be', async () => {
    const { postId, version } = await write('Zapisany');
    const bytes = new Uint8Array(await pictureIn('png'));
    const save = () =>
      client.drafts.save({ postId, baseVersion: version, document: documentOf('Poprawiony', 'Inna treść.') });
    const addPicture = () => client.media.import({ bytes, fileName: 'a.png' });
    disk.freeze();
    for (const call of [
      save,
      addPicture,
      () => client.posts.create({ language: 'pl' }),
      () => client.posts.trash({ postId }),
      () => client.settings.update({ theme: 'dark' }),
      () => client.library.backUp(),
      save,
    ])
      expect(await failure(call())).toEqual(readOnly);
    disk.thaw();
    expect((await save()).version).toBe(version + 1);
    expect(await addPicture()).toMatchObject({ width: 60 });
    await client.library.backUp();
    expect((await client.library.backups()).failure).toBeNull();
  });

  test('what is there can be read and found, a draft opened and left', async () => {
    const { postId } = await write('Zapisany');
    disk.freeze();
    // The words of the last save are not in the index yet, and cannot be put there.
    expect((await client.posts.list({ query: 'żółwia' })).total).toBe(0);
    expect((await client.posts.list({})).total).toBe(1);
    expect((await client.posts.facets()).all).toBe(1);
    expect((await client.drafts.open({ postId })).draft.document.title).toBe('Zapisany');
    await client.drafts.close({ postId });
    disk.thaw();
    expect((await client.posts.list({ query: 'żółwia' })).total).toBe(1);
  });

  test('publishing is refused, and works once the library can be written', async () => {
    await client.app.welcome({ language: 'pl' });
    const [account] = await client.accounts.list();
    const { postId } = await write('Do publikacji');
    const publish = () =>
      client.publishing.publish({ postId, accountId: account?.id ?? '', how: 'publish', publishAt: null });
    disk.freeze();
    expect(await failure(publish())).toEqual(readOnly);
    disk.thaw();
    const { id } = await publish();
    await new Promise<void>((resolve) => {
      client.publishing.jobs({ limit: 5 }, (jobs) => {
        if (jobs.find((job) => job.id === id)?.state === 'succeeded') resolve();
      });
    });
  });
});
