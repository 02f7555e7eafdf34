/** A revision says where and when it was sent to go live. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import type { JobView } from '#shared/contract/publishing.ts';
import { documentOf } from '../storage/temporary-library.ts';
import { windowOn } from '../window-on.ts';

let folder: string;
let application: Application;
let client: BrulionClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-dates-'));
  application = await startApplication({
    libraryFolder: folder,
    host: { kind: 'browser', chooseFolder: null },
    log: () => {},
  });
  client = windowOn(application);
  await client.app.welcome({ language: 'pl' });
});
afterEach(async () => {
  await application.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the moment it is to go live, and for the one that went live at once, the moment it did', async () => {
  const [account] = await client.accounts.list();
  const accountId = account!.id;
  const { postId, version } = await client.posts.create({ language: 'pl' });
  await client.drafts.save({ postId, baseVersion: version, document: documentOf('Wpis', 'Tekst.') });
  await client.history.name({ postId, name: 'Przed wysłaniem' });
  expect((await client.history.list({ postId })).items[0]?.publications).toEqual([]);

  const publishAt = new Date(Date.now() + 86_400_000).toISOString();
  await ended((await client.publishing.publish({ postId, accountId, how: 'schedule', publishAt })).id);
  const [scheduled] = (await client.history.list({ postId })).items;
  expect(scheduled?.publications).toEqual([{ accountId, at: publishAt }]);

  const { draft } = await client.drafts.open({ postId });
  const document = documentOf('Wpis', 'Tekst na dzisiaj.');
  await client.drafts.save({ postId, baseVersion: draft.version, document });
  const { endedAt } = await ended(
    (await client.publishing.publish({ postId, accountId, how: 'publish' })).id,
  );
  const [live, before] = (await client.history.list({ postId })).items;
  expect(live?.publications).toEqual([{ accountId, at: endedAt }]);
  expect(before?.publications).toEqual([{ accountId, at: publishAt }]);
});

function ended(jobId: string): Promise<JobView> {
  return new Promise((resolve) => {
    client.publishing.jobs({ limit: 5 }, (jobs) => {
      const job = jobs.find(({ id, state }) => id === jobId && state === 'succeeded');
      if (job) resolve(job);
    });
  });
}
