/** An editor comments, suggests, approves; the author accepts; a change makes the approval lapse. */
import { expect, test } from './fixtures.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`review, ${language}`, () => {
    test.use({ language });

    test('words are commented on, a suggestion is accepted, a verdict given and lapsed', async ({
      window: { editor, library, page },
      say,
    }) => {
      const pane = page.getByRole('region', { name: say('review:title'), exact: true });
      const press = (key: string) =>
        pane.getByRole('button', { name: say(`review:${key}`), exact: true }).click();
      await library.begin();
      await editor.type('O kocie\nAla ma kota.\nKot śpi na piecu.');
      await editor.saved();
      await page.getByRole('tab', { name: say('review:tab') }).click();
      await expect(pane.getByText(say('review:standing.none'))).toBeVisible();

      await editor.body.getByText('Kot śpi na piecu.').dblclick({ position: { x: 8, y: 10 } });
      await expect(pane.getByText('„Kot”').or(pane.getByText('“Kot”'))).toBeVisible();
      await press('comment.suggest');
      await pane.getByRole('textbox', { name: say('review:comment.suggestion') }).fill('Kocur');
      await pane.getByRole('textbox', { name: say('review:comment.label') }).fill('Ładniej.');
      await press('comment.add');
      const comment = pane.getByRole('list', { name: say('review:comment.list') }).getByRole('listitem');
      await expect(comment).toContainText('Ładniej.');
      await expect
        .poll(() => page.evaluate(() => [...(CSS.highlights.get('brulion-comments') ?? [])].join('|')))
        .toBe('Kot');

      // Typing before it does not lose it.
      await editor.body.getByText('Kot śpi na piecu.').click();
      await editor.body.getByText('Ala ma kota.').click();
      await page.keyboard.press('End');
      await editor.type(' Naprawdę.');
      await comment.getByRole('textbox', { name: say('review:comment.reply') }).fill('Zgoda.');
      await page.keyboard.press('Enter');
      await expect(comment).toContainText('Zgoda.');
      await press('comment.accept');
      await expect(editor.body).toContainText('Kocur śpi na piecu.');
      await expect(editor.body).toContainText('Ala ma kota. Naprawdę.');
      await expect(comment).toHaveCount(0);

      await press('decide.ready');
      await press('decide.approved');
      await expect(pane.locator('[data-standing="approved"]')).toBeVisible();
      await editor.body.getByText('Ala ma kota.').click();
      await page.keyboard.press('End');
      await editor.type(' I psa.');
      await expect(pane.locator('[data-standing="lapsed"]')).toBeVisible();
      await press('lapsedAction');
      await expect(
        page.getByRole('region', { name: say('history:compare.title') }).locator('ins'),
      ).toContainText(['I psa.']);
    });
  });
}
