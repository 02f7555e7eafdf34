/** The disk fills up under an author's hands: the window says so, keeps the text, and saves it when there is room. */
import { makeSmallDisk, smallDiskMissing, type SmallDisk } from '../main/bad-days/small-disk.ts';
import { expect, test as base } from './fixtures.ts';
import { createTestApp } from './test-app.ts';
import { languages } from './texts.ts';

const missing = smallDiskMissing();

const test = base.extend<{ disk: SmallDisk }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
  disk: async ({}, use) => {
    const disk = makeSmallDisk(24);
    await use(disk);
    disk.remove();
  },
  app: async ({ disk }, use) => {
    const app = await createTestApp(disk.folder);
    await app.start();
    await use(app);
    disk.empty();
    await app.stop();
  },
});

for (const language of languages) {
  test.describe(`a full disk, ${language}`, () => {
    test.use({ language });
    test.skip(missing !== null, missing ?? '');

    test('is told of, the text stays and is saved when there is room', async ({
      app,
      disk,
      window: { editor, library, page },
      say,
    }) => {
      await library.begin();
      await editor.type('Na pełnym dysku\nPierwsze zdanie.');
      await editor.saved();
      // A search puts what was saved into its index, which a full disk would not let it do.
      await library.search.fill('pierwsze');
      await expect(library.post('Na pełnym dysku')).toBeVisible();
      // A fresh start has no room left over in its log.
      await app.stop();
      await app.start();
      await page.goto(app.url);
      await library.open('Na pełnym dysku');
      await expect(editor.body).toContainText('Pierwsze zdanie.');
      disk.fill();

      await editor.body.click();
      await page.keyboard.press('Control+End');
      await editor.type(' Drugie zdanie.');
      const told = page.getByRole('alert').filter({ hasText: say('errors:disk-full') });
      await expect(told).toBeVisible();
      await expect(editor.body).toContainText('Pierwsze zdanie. Drugie zdanie.');
      // Reading and searching go on.
      await library.search.fill('pełnym');
      await expect(library.post('Na pełnym dysku')).toBeVisible();
      await library.search.fill('');

      await editor.body.click();
      await page.keyboard.press('Control+End');
      await editor.type(' Trzecie zdanie.');
      disk.empty();
      await editor.saved();
      await expect(told).toBeHidden();
      await page.goto(app.url);
      await library.open('Na pełnym dysku');
      await expect(editor.body).toContainText('Pierwsze zdanie. Drugie zdanie. Trzecie zdanie.');
    });
  });
}

test('a full disk takes no picture, says why, and takes it when there is room', async ({
  disk,
  window: { editor, library, page },
  say,
}) => {
  test.skip(missing !== null, missing ?? '');
  await library.begin();
  await editor.type('Obrazek\nTekst.');
  await editor.saved();
  disk.fill();
  await expect(editor.pasteTurtle('Żółw')).rejects.toThrow();
  await expect(page.getByText(say('errors:disk-full')).first()).toBeVisible();
  await expect(editor.pictures).toHaveCount(0);
  disk.empty();
  await editor.pasteTurtle('Żółw');
  await editor.saved();
});
