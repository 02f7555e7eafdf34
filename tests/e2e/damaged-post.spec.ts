/** One row of the library is damaged: the list says so, and leads to the backups. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures.ts';
import { Backups } from './pages/backups.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`a damaged post, ${language}`, () => {
    test.use({ language });

    test('does not leave an empty list behind, but the way to the backups', async ({
      app,
      window: { editor, library, page },
      say,
    }) => {
      const backups = new Backups(page, say);
      await library.begin();
      await editor.type('Ocalony wpis\nTreść.');
      await editor.saved();
      await backups.open();
      await backups.backUpNow.click();
      await expect(backups.of('request')).toHaveCount(1);
      await app.stop();
      const db = new Database(join(app.library, 'library.sqlite'));
      db.prepare("UPDATE posts SET created_at = '\u{fffd}\u{fffd}' WHERE title = 'Ocalony wpis'").run();
      db.close();
      await app.start();
      await page.goto(app.url);

      const told = page.getByRole('alert').filter({ hasText: say('errors:library-damaged') });
      await expect(told).toBeVisible();
      await told.getByRole('button', { name: say('backups:open') }).click();
      await backups.restore(backups.of('request'));
      await expect(told).toBeHidden();
      await expect(library.post('Ocalony wpis')).toBeVisible();
    });
  });
}
