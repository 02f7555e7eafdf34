/** The way back after real damage, and from a change of mind. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { Backups } from './pages/backups.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`backups, ${language}`, () => {
    test.use({ language });

    test('a damaged library says so, and one backup brings everything back', async ({
      app,
      window: { editor, library, page },
      say,
    }) => {
      const backups = new Backups(page, say);
      await library.begin();
      await editor.type('Ocalony wpis\nTreść, która wraca.');
      await editor.saved();
      await backups.open();
      await backups.backUpNow.click();
      await expect(page.getByText(say('backups:made'))).toBeVisible();
      await expect(backups.of('request')).toHaveCount(1);

      // Closed cleanly, for a log left behind by a kill would mend the page that is damaged here.
      await app.stop();
      const file = join(app.library, 'library.sqlite');
      const bytes = await readFile(file);
      await writeFile(file, bytes.fill(0xa5, 0, 4_096));
      await app.start();
      await page.goto(app.url);
      await expect(
        page.getByRole('heading', { name: say('backups:closed.library-damaged.title') }),
      ).toBeVisible();
      await expect(page.getByRole('alert')).toHaveText(say('backups:closed.library-damaged.text'));
      await backups.restore(backups.of('request'));

      await expect(page.getByText(say('backups:restored').split('{{date}}')[0]!)).toBeVisible();
      await library.open('Ocalony wpis');
      await expect(editor.body).toContainText('Treść, która wraca.');
      await editor.body.click();
      await editor.type('I dalej.');
      await editor.saved();
    });

    test('what is typed up to the restore can be had back by undoing it', async ({
      window: { editor, library, page },
      say,
    }) => {
      const backups = new Backups(page, say);
      await library.begin();
      await editor.type('Wpis\nWtedy.');
      await editor.saved();
      await backups.open();
      await backups.backUpNow.click();
      await expect(backups.of('request')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await editor.body.getByText('Wtedy.').click();
      await page.keyboard.press('End');
      await editor.type(' Teraz.');
      await backups.open();
      await backups.restore(backups.of('request'));
      await expect(editor.body).toContainText('Wtedy.');
      await expect(editor.body).not.toContainText('Teraz.');

      await backups.open();
      await expect(backups.of('restore')).toHaveCount(1);
      await backups.restore(backups.of('restore'));
      await expect(editor.body).toContainText('Wtedy. Teraz.');
    });
  });
}
