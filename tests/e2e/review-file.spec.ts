/** A review by somebody without the application, from the window that sends the file to the one that takes it in. */
import { bundleWords } from '../../src-main/review-bundle/bundle-words.ts';
import { expect, test } from './fixtures.ts';
import { openFile, saveFile } from './pages/review-file.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`a review file, ${language}`, () => {
    test.use({ language });

    test('is saved, commented on elsewhere and taken in; one that was changed is refused', async ({
      window: { editor, library, page },
      say,
      browser,
    }, info) => {
      const words = bundleWords(language);
      await library.begin();
      await editor.type('O kocie\nAla ma kota.');
      await editor.saved();
      await page.getByRole('tab', { name: say('review:tab') }).click();
      const sent = await saveFile(page, say('review:file.save'));

      const elsewhere = await browser.newPage();
      await openFile(elsewhere, sent.html, info, sent.name);
      await elsewhere.getByRole('textbox', { name: words.yourName }).fill('Ola');
      await elsewhere.getByText('Ala ma kota.').dblclick({ position: { x: 8, y: 10 } });
      await elsewhere.getByRole('textbox', { name: words.suggestion }).fill('Ela');
      await elsewhere.getByRole('textbox', { name: words.comment, exact: true }).fill('Tak miała na imię.');
      await elsewhere.getByRole('button', { name: words.add }).click();
      const returned = await saveFile(elsewhere, words.save);
      await elsewhere.close();

      const takeIn = async (html: string) => {
        const [chooser] = await Promise.all([
          page.waitForEvent('filechooser'),
          page.getByRole('button', { name: say('review:file.take') }).click(),
        ]);
        await chooser.setFiles({ name: returned.name, mimeType: 'text/html', buffer: Buffer.from(html) });
      };
      await takeIn(returned.html.replace('<p>Ala ma kota.', '<p>Ala ma psa.'));
      await expect(page.getByText(say('errors:bundle-tampered'))).toBeVisible();
      const comments = page.getByRole('list', { name: say('review:comment.list') }).getByRole('listitem');
      await expect(comments).toHaveCount(0);

      await takeIn(returned.html);
      await expect(comments).toHaveCount(1);
      await expect(comments).toContainText('Ola');
      await expect(comments).toContainText('Tak miała na imię.');
      await takeIn(returned.html);
      await expect(page.getByText(say('review:file.known'))).toBeVisible();
      await expect(comments).toHaveCount(1);

      await comments.getByRole('button', { name: say('review:comment.accept') }).click();
      await expect(editor.body).toContainText('Ela ma kota.');
    });
  });
}
