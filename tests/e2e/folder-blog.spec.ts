/** The blog that needs nothing: publish, look at the page, update, schedule, unpublish. */
import { expect, test } from './fixtures.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`the folder blog, ${language}`, () => {
    test.use({ language });

    test('one click, and the post is on the page; then updated, scheduled, unpublished', async ({
      window,
      context,
      say,
    }) => {
      const { editor, library, queue } = window;
      await library.begin();
      await editor.type('Żółw w podróży\n## Początek\nDaleko – bardzo daleko.\n');
      await editor.pasteTurtle('Mały żółw');
      await editor.publish.click();
      await queue.succeeded('publish');

      const live = await context.newPage();
      const permalink = await queue.permalink();
      await live.goto(new URL(permalink, window.page.url()).href);
      await expect(live.getByRole('heading', { name: 'Żółw w podróży' })).toBeVisible();
      await expect(live.getByText('Daleko – bardzo daleko.')).toBeVisible();
      const picture = live.getByRole('img', { name: 'Mały żółw' });
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
        .toBeGreaterThan(0);

      await editor.title.fill('Żółw wrócił');
      await editor.update.click();
      await expect(queue.jobs).toHaveCount(2);
      await queue.succeeded('update');
      await live.reload();
      await expect(live.getByRole('heading', { name: 'Żółw wrócił' })).toBeVisible();

      await editor.chooseOther(say('publishing:unpublish'));
      await expect(queue.newest).toContainText(say('publishing:did.unpublish'), { timeout: 30_000 });
      expect((await live.reload())?.status()).toBe(404);
      await expect(editor.publish).toBeVisible();

      await editor.schedule('2035-05-06T07:08');
      await expect(queue.newest).toContainText('2035', { timeout: 30_000 });
      await expect(library.post('Żółw wrócił')).toContainText(say('library:status.scheduled'));
    });
  });
}
