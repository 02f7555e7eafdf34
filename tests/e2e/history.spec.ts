/** An editor's visit: versions are named, compared, taken back in parts and whole, and that is undone. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { HistoryPane } from './pages/history-pane.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`history, ${language}`, () => {
    test.use({ language });

    test('a version is named, compared with the draft, taken back in part, restored, and undone', async ({
      window: { editor, library, page },
      say,
    }) => {
      const history = new HistoryPane(page, say);
      await library.begin();
      await editor.type('O żółwiach\nPierwszy akapit o żółwiach.\nDrugi akapit o lesie.\nTrzeci akapit.');
      await editor.saved();
      await history.show();
      await expect(page.getByText(say('history:empty'))).toBeVisible();
      await history.name('Pierwsza wersja', 'Do porównania');
      await expect(history.named('Pierwsza wersja')).toContainText(say('history:isDraft'));

      await editor.body.getByText('Drugi akapit o lesie.').click();
      await page.keyboard.press('End');
      await editor.type(' Jest gęsty.');
      await expect(editor.body).toContainText('Drugi akapit o lesie. Jest gęsty.');
      await editor.body.getByText('Trzeci akapit.').click();
      await page.keyboard.press('End');
      await editor.type('\nCzwarty akapit, nowy.');

      await history.compareWithDraft('Pierwsza wersja');
      await expect(history.comparison.locator('ins')).toContainText(['Jest gęsty.', 'Czwarty akapit, nowy.']);
      await expect(history.changes).toHaveCount(2);
      await expect(history.comparison.getByText(say('history:dates.saved'), { exact: true })).toBeVisible();
      await page.keyboard.press('F7');
      await expect(history.comparison.locator('[data-current]')).toContainText('gęsty');
      await page.keyboard.press('F7');
      await expect(history.comparison.locator('[data-current]')).toContainText('Czwarty');
      await history.press('compare.columns');
      await expect(history.comparison.locator('[data-diff="columns"]')).toBeVisible();

      await history.comparison
        .getByRole('checkbox', { name: say('history:restore.take') })
        .first()
        .check();
      await history.comparison.getByRole('button', { name: /1/ }).click();
      await expect(editor.body).not.toContainText('Jest gęsty.');
      await expect(editor.body).toContainText('Czwarty akapit, nowy.');
      await expect(history.revisions.first()).toContainText(say('history:cause.restored'));

      await history.compareWithDraft('Pierwsza wersja');
      await history.press('restore.whole');
      await expect(editor.body).not.toContainText('Czwarty');
      await page.getByRole('button', { name: say('history:restore.undo'), exact: true }).click();
      await expect(editor.body).toContainText('Czwarty akapit, nowy.');
      await editor.body.getByText('Trzeci akapit.').click();
      await editor.type('Pisze się dalej. ');
      await editor.saved();
    });

    test('whoever writes beside a comparison goes on writing, and what was chosen is of the texts that were compared', async ({
      window: { editor, library, page },
      say,
    }) => {
      const history = new HistoryPane(page, say);
      await library.begin();
      await editor.type('Obok\nPierwszy akapit tekstu.\nDrugi akapit tekstu.');
      await editor.saved();
      await history.show();
      await history.name('Wersja');
      await editor.body.getByText('Drugi akapit tekstu.').click();
      await page.keyboard.press('End');
      await editor.type(' Dopisane.');
      await history.compareWithDraft('Wersja');
      await history.comparison.getByRole('checkbox').first().check();
      await page.getByRole('tab', { name: say('history:tabs.details') }).click();
      const excerpt = page.getByRole('textbox', { name: say('editor:details.excerpt') });
      await excerpt.click();
      const sentence = 'To jest pierwsze zdanie, a to drugie.';
      await page.keyboard.type(sentence, { delay: 60 });
      await expect(excerpt).toHaveValue(sentence);
      await expect(excerpt).toBeFocused();
      // The comparison has the new field in it, and nothing of it is chosen.
      await expect(history.changes).toHaveCount(2);
      await expect(history.comparison.getByRole('checkbox', { checked: true })).toHaveCount(0);
    });

    test('what was restored in a post that was left is not undone in it', async ({
      window: { editor, library, page },
      say,
    }) => {
      const history = new HistoryPane(page, say);
      await library.begin();
      await editor.type('Opuszczony\nPierwsza treść.');
      await editor.saved();
      await history.show();
      await history.name('Wersja');
      await editor.body.getByText('Pierwsza treść.').click();
      await page.keyboard.press('End');
      await editor.type(' Druga.');
      await history.compareWithDraft('Wersja');
      await history.press('restore.whole');
      await expect(editor.body).not.toContainText('Druga.');
      await library.begin();
      await library.open('Opuszczony');
      await page.getByRole('button', { name: say('history:restore.undo'), exact: true }).click();
      await expect(page.getByText(say('history:restore.left'))).toBeVisible();
      await editor.body.getByText('Pierwsza treść.').click();
      await editor.type('Dalej. ');
      await editor.saved();
      await expect(editor.body).toContainText('Dalej.');
    });

    test('a comparison is one file that asks the network for nothing', async ({
      window: { editor, library, page },
      say,
      browser,
    }) => {
      const history = new HistoryPane(page, say);
      await library.begin();
      await editor.type('Z obrazem\nTekst.\n');
      await editor.pasteTurtle('Żółw na kamieniu');
      await editor.saved();
      await history.show();
      await history.name('Z obrazem');
      await editor.body.getByText('Tekst.').click();
      await editor.type('Nowy ');
      await history.compareWithDraft('Z obrazem');
      const downloading = page.waitForEvent('download');
      await history.press('compare.export');
      const file = await (await downloading).path();

      const other = await browser.newPage({ offline: true });
      const asked: string[] = [];
      other.on('request', (request) => asked.push(request.url()));
      await other.setContent(await readFile(file, 'utf8'));
      await expect(other.locator('ins')).toContainText('Nowy');
      const width = () => other.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
      expect(asked.filter((url) => /^(https?|ws)/.test(url))).toEqual([]);
      await other.close();
    });
  });
}
