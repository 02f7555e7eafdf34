/** What could not be saved before the window was closed comes back as a version, and is seen before it is restored. */
import { expect, test, windowOn } from './fixtures.ts';
import { HistoryPane } from './pages/history-pane.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`crash journal, ${language}`, () => {
    test.use({ language });

    test('typed while the application was dead, in a window that was closed', async ({
      app,
      window: { editor, library, page },
      context,
      say,
    }) => {
      await library.begin();
      await editor.type('O kocie\nAla ma kota.');
      await editor.saved();
      await app.kill();
      await expect(page.getByRole('alert')).toBeVisible();
      await editor.type(' Kot śpi.');
      await expect.poll(() => page.evaluate(keptTexts), { timeout: 15_000 }).toContain('Kot śpi.');
      const address = page.url();
      await page.close();

      await app.start();
      const next = await context.newPage();
      const again = windowOn(next, say);
      const history = new HistoryPane(next, say);
      await next.goto(app.url + new URL(address).hash);
      await expect(again.editor.body).toHaveText('Ala ma kota.');
      await next.getByRole('button', { name: say('history:recovered.show') }).click();
      await expect(history.comparison.locator('ins')).toHaveText(['Kot śpi.']);
      await expect(history.comparison.locator('del')).toHaveCount(0);

      await history.press('restore.wholeAfter');
      await expect(again.editor.body).toHaveText('Ala ma kota. Kot śpi.');
      await next.getByRole('button', { name: say('history:restore.undo'), exact: true }).click();
      await expect(again.editor.body).toHaveText('Ala ma kota.');
      await history.show();
      await expect(history.revisions.filter({ hasText: say('history:cause.recovered') })).toHaveCount(1);

      // It was handed over: nothing is kept any more, and nobody is told again.
      await expect.poll(() => next.evaluate(keptTexts)).toBe('');
      await next.reload();
      await expect(again.editor.body).toHaveText('Ala ma kota.');
      await expect(next.getByRole('button', { name: say('history:recovered.show') })).toHaveCount(0);
    });

    test('what was saved after all is not kept', async ({ app, window: { editor, library, page } }) => {
      await library.begin();
      await editor.type('Wpis\nTekst.');
      await editor.saved();
      await app.kill();
      await editor.type(' I dalej.');
      await expect.poll(() => page.evaluate(keptTexts), { timeout: 15_000 }).toContain('I dalej.');
      await app.start();
      await editor.saved();
      await expect.poll(() => page.evaluate(keptTexts)).toBe('');
    });
  });
}

/** Runs in the page: all that its journal holds, as text. */
function keptTexts(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('brulion-crash-journal');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('It cannot be opened.')));
    opening.addEventListener('success', () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains('entries')) {
        db.close();
        resolve('');
        return;
      }
      const reading = db.transaction('entries').objectStore('entries').getAll();
      reading.addEventListener('success', () => {
        db.close();
        resolve(reading.result.length === 0 ? '' : JSON.stringify(reading.result));
      });
    });
  });
}
