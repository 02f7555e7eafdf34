/** An editor comments, suggests, approves; the author accepts; a change makes the approval lapse. */
import { expect, test } from './fixtures.ts';
import { HistoryPane } from './pages/history-pane.ts';
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
      await page.getByRole('button', { name: say('review:comment.undo'), exact: true }).click();
      await expect(editor.body).toContainText('Kot śpi na piecu.');
      await expect(comment).toHaveCount(1);
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

    test('a comment stays on its words and its picture, whatever is written around them and in them', async ({
      window: { editor, library, page },
      say,
    }) => {
      const pane = page.getByRole('region', { name: say('review:title'), exact: true });
      const comments = pane.getByRole('list', { name: say('review:comment.list') }).getByRole('listitem');
      const comment = async (about: string, text: string) => {
        await expect(pane.getByText(about).first()).toBeVisible();
        await pane.getByRole('textbox', { name: say('review:comment.label') }).fill(text);
        await pane.getByRole('button', { name: say('review:comment.add'), exact: true }).click();
        await expect(comments.filter({ hasText: text })).toBeVisible();
      };
      const marked = () =>
        page.evaluate(() => [...(CSS.highlights.get('brulion-comments') ?? [])].map(String));
      await library.begin();
      await editor.type('O żółwiu\nŻółw śpi w cieniu.\n');
      await editor.pasteTurtle('Żółw na kamieniu');
      await editor.saved();
      await page.getByRole('tab', { name: say('review:tab') }).click();
      await editor.body.locator('figure button').first().click();
      await comment(say('review:comment.onBlock').replace('{{words}}', 'Żółw na kamieniu'), 'Ładny obrazek.');
      await expect(comments.first()).toContainText('Żółw na kamieniu');

      await editor.body.getByText('Żółw śpi w cieniu.').dblclick({ position: { x: 8, y: 10 } });
      await comment(say('review:comment.on').replace('{{words}}', 'Żółw'), 'Jaki żółw?');
      await expect.poll(marked).toEqual(['Żółw']);
      // The commented word itself is written anew, and a paragraph comes before it.
      await editor.body.getByText('Żółw śpi w cieniu.').dblclick({ position: { x: 8, y: 10 } });
      await editor.type('Stary żółw');
      await page.keyboard.press('Home');
      await editor.type('Nowy akapit.\n');
      await expect.poll(marked).toEqual(['żółw']);
      for (const shown of ['Żółw na kamieniu', 'Żółw']) {
        await comments
          .getByRole('button', { name: `${say('review:comment.show')}: ${shown}` })
          .last()
          .click();
        await expect(page.getByText(say('review:comment.lost'))).toHaveCount(0);
      }
      const last = comments.filter({ hasText: 'Ładny obrazek.' });
      await last.getByRole('button', { name: say('review:comment.remove'), exact: true }).click();
      await last.getByRole('button', { name: say('review:comment.removeForGood') }).click();
      await expect(comments).toHaveCount(1);
    });

    test('what changed since it was published is commented on where it is compared, and approved', async ({
      window: { editor, library, page, queue },
      say,
    }) => {
      const history = new HistoryPane(page, say);
      const pane = page.getByRole('region', { name: say('review:title'), exact: true });
      await library.begin();
      await editor.type('O lesie\nLas szumi.\nKoniec.');
      await editor.publish.click();
      await queue.succeeded('publish');
      await queue.close();
      await editor.body.getByText('Las szumi.').click();
      await page.keyboard.press('End');
      await editor.type(' Nocą milczy.');
      await editor.body.getByText('Las szumi.').dblclick({ position: { x: 8, y: 10 } });
      const formats = page.getByRole('toolbar', { name: say('editor:toolbar.floating') });
      await expect(formats).toBeVisible();
      await page.getByRole('button', { name: say('publishing:stands.compare') }).click();
      await expect(history.comparison.locator('ins')).toContainText('Nocą milczy.');
      // What formats the selected words stays with the text that is hidden now.
      await expect(formats).toBeHidden();
      // By the keyboard, from the palette.
      await page.keyboard.press('Control+Shift+P');
      await page.keyboard.type(say('app:command.review'));
      await page.keyboard.press('Enter');
      await expect(pane).toBeVisible();
      await history.comparison.locator('ins').dblclick({ position: { x: 20, y: 10 } });
      await expect(pane.getByText('„Nocą”').or(pane.getByText('“Nocą”'))).toBeVisible();
      await pane.getByRole('textbox', { name: say('review:comment.label') }).fill('A za dnia?');
      await pane.getByRole('button', { name: say('review:comment.add'), exact: true }).click();
      await expect(pane.getByRole('listitem')).toContainText('A za dnia?');
      await expect(history.comparison.locator('ins')).toContainText('Nocą milczy.');
      await pane.getByRole('button', { name: say('review:decide.approved'), exact: true }).click();
      await expect(pane.locator('[data-standing="approved"]')).toBeVisible();
      await pane.getByRole('button', { name: `${say('review:comment.show')}: Nocą` }).click();
      await expect(editor.body).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => [...(CSS.highlights.get('brulion-comments') ?? [])].join('|')))
        .toBe('Nocą');
      await history.show();
      await expect(history.revisions.first()).toContainText(say('history:verdict.approved'));
      await expect(history.revisions.first()).toContainText(
        say('history:openComments_one').replace('{{count}}', '1'),
      );
    });
  });
}
