/** A file that a person drops, on its way to the library. */
import { mkdtempSync, openAsBlob, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import { importPicture } from '#renderer/editor/features/import-picture.ts';
import { maxMediaBytes } from '#shared/contract/limits.ts';
import { pictureIn } from '#tests/main/storage/pictures.ts';
import { windowOn } from '#tests/main/window-on.ts';

let folder: string;
let application: Application;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brulion-import-'));
  application = await startApplication({
    libraryFolder: join(folder, 'library'),
    host: { kind: 'browser', chooseFolder: null },
    log: () => {},
  });
});
afterEach(async () => {
  await application.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a picture goes into the library', async () => {
  const file = new File([new Uint8Array(await pictureIn('png'))], 'żółw.png');
  expect(await importPicture(windowOn(application), file)).toMatchObject({ fileName: 'żółw.png', width: 60 });
});

test('a file of 30 GB is refused before a byte of it is read', async () => {
  const path = join(folder, 'film.jpg');
  writeFileSync(path, '');
  truncateSync(path, 30 * 1_024 ** 3);
  const file = new File([await openAsBlob(path)], 'film.jpg');
  expect(file.size).toBeGreaterThan(maxMediaBytes);
  await expect(importPicture(windowOn(application), file)).rejects.toMatchObject({ code: 'media-too-large' });
});
