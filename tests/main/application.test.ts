import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import type { JobView } from '#shared/contract/publishing.ts';
import { windowOn } from './window-on.ts';

let folder: string;
let application: Application;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-app-'));
  application = await start();
});

afterEach(async () => {
  await application.stop();
  await rm(folder, { recursive: true, force: true });
});

function start(): Promise<Application> {
  return startApplication({
    libraryFolder: folder,
    host: { kind: 'browser', chooseFolder: null },
    log: () => {},
  });
}

const openWindow = () => windowOn(application);

async function ended(client: BrulionClient, jobId: string): Promise<JobView> {
  return new Promise((resolve) => {
    const stop = client.publishing.jobs({ limit: 50 }, (jobs) => {
      const job = jobs.find(({ id }) => id === jobId);
      if (!job || !['succeeded', 'needs-attention', 'cancelled'].includes(job.state)) return;
      queueMicrotask(() => stop());
      resolve(job);
    });
  });
}

describe('the first run', () => {
  test('makes one welcome post and one blog, whatever is asked and how often', async () => {
    const client = openWindow();
    const first = await client.app.welcome({ language: 'en' });
    expect(first.firstRun).toBe(true);
    await client.app.welcome({ language: 'en' });
    expect((await client.posts.list({})).total).toBe(1);
    expect(await client.accounts.list()).toMatchObject([
      { kind: 'folder', name: 'My blog', isDefault: true, signedIn: true },
    ]);
  });

  test('the untouched welcome post follows the choice of language; a touched one stays', async () => {
    const client = openWindow();
    const { postId } = await client.app.welcome({ language: 'en' });
    await client.app.welcome({ language: 'pl' });
    const { draft } = await client.drafts.open({ postId: postId! });
    expect(draft.document.title).toBe('Witaj w Brulionie');
    await client.drafts.save({
      postId: postId!,
      baseVersion: draft.version,
      document: { ...draft.document, title: 'Mine' },
    });
    await client.app.welcome({ language: 'en' });
    expect((await client.drafts.open({ postId: postId! })).draft.document.title).toBe('Mine');
  });
});

describe('two windows on one post', () => {
  test('the second reads, takes over, and the first is told and overwrites nothing', async () => {
    const [one, two] = [openWindow(), openWindow()];
    const { postId, document, version } = await one.posts.create({ language: 'en' });
    expect((await one.drafts.open({ postId })).holder).toBe('self');
    expect((await two.drafts.open({ postId })).holder).toBe('other');
    await expect(
      two.drafts.save({ postId, baseVersion: version, document: { ...document, title: 'Two' } }),
    ).rejects.toMatchObject({
      code: 'draft-conflict',
    });
    const held = vi.fn();
    one.drafts.held(held);
    await two.drafts.takeOver({ postId });
    await two.drafts.save({ postId, baseVersion: version, document: { ...document, title: 'Two' } });
    expect(held).toHaveBeenCalledWith({ postId, holder: 'other' });
    await expect(
      one.drafts.save({ postId, baseVersion: version, document: { ...document, title: 'One' } }),
    ).rejects.toMatchObject({
      code: 'draft-conflict',
    });
    two.leave();
    expect(held).toHaveBeenLastCalledWith({ postId, holder: 'nobody' });
    await expect(
      one.drafts.save({ postId, baseVersion: version, document: { ...document, title: 'One' } }),
    ).rejects.toMatchObject({
      code: 'draft-conflict',
    });
    expect((await one.drafts.open({ postId })).draft.document.title).toBe('Two');
  });
});

describe('publishing to the folder blog', () => {
  test('one call, and the page is there; unchanged by a restart, changed by an update', async () => {
    const client = openWindow();
    await client.app.welcome({ language: 'en' });
    const [account] = await client.accounts.list();
    const picture = new Uint8Array(
      await readFile(fileURLToPath(new URL('../fixtures/turtle.png', import.meta.url))),
    );
    const asset = await client.media.import({ bytes: picture, fileName: 'żółw.png' });
    const draft = await client.posts.create({ language: 'pl' });
    const body = {
      root: {
        type: 'root',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        children: [
          {
            type: 'paragraph',
            version: 1,
            direction: null,
            format: '',
            indent: 0,
            textFormat: 0,
            textStyle: '',
            children: [
              {
                type: 'text',
                version: 1,
                text: 'Zażółć gęślą jaźń',
                format: 0,
                detail: 0,
                mode: 'normal',
                style: '',
              },
            ],
          },
          {
            type: 'image',
            version: 1,
            asset: asset.hash,
            src: '',
            alt: 'Żółw',
            caption: '',
            width: asset.width,
            height: asset.height,
          },
        ],
      },
    } as unknown as typeof draft.document.body;
    const { postId } = draft;
    const document = { ...draft.document, title: 'Żółw', body };
    const saved = await client.drafts.save({ postId, baseVersion: draft.version, document });
    const job = await client.publishing.publish({ postId, accountId: account!.id, how: 'publish' });
    const done = await ended(client, job.id);
    expect(done).toMatchObject({ state: 'succeeded', kind: 'publish', problem: null });
    expect(done.receipt?.checks.filter(({ result }) => result === 'different')).toEqual([]);
    const page = () => readFile(join(folder, 'blog', 'site', 'posts', 'zolw', 'index.html'), 'utf8');
    expect(await page()).toContain('Zażółć gęślą jaźń');
    expect((await client.posts.list({ query: 'jazn' })).items).toMatchObject([
      { id: postId, status: 'published' },
    ]);

    await application.stop();
    application = await start();
    const again = openWindow();
    await again.drafts.save({
      postId,
      baseVersion: saved.version,
      document: { ...document, title: 'Żółw błotny' },
    });
    expect((await again.posts.list({ query: 'błotny' })).items).toMatchObject([{ status: 'changed' }]);
    const update = await again.publishing.publish({ postId, accountId: account!.id, how: 'publish' });
    expect(await ended(again, update.id)).toMatchObject({ state: 'succeeded', kind: 'update' });
    expect(await page()).toContain('Żółw błotny');
  });
});
