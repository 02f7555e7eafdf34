/** Two windows on one post: the second is told, and nothing is lost. */
import { expect, test, windowOn } from './fixtures.ts';

test('the second window reads, follows, and may take over', async ({ window: first, app, context, say }) => {
  await first.library.begin();
  await first.editor.type('Shared\nFrom the first.');
  await first.editor.saved();

  const page = await context.newPage();
  await page.goto(first.page.url());
  const second = windowOn(page, say);
  await expect(page.getByRole('alert')).toContainText(say('editor:banner.heldElsewhere'));
  await expect(second.editor.body).toHaveAttribute('aria-readonly', 'true');

  await first.editor.type(' More.');
  await first.editor.saved();
  await expect(second.editor.body).toHaveText('From the first. More.');

  await page.getByRole('button', { name: say('editor:banner.editHere') }).click();
  await second.editor.body.click();
  await page.keyboard.press('Control+End');
  await second.editor.type(' From the second.');
  await second.editor.saved();
  await expect(first.page.getByRole('alert')).toContainText(say('editor:banner.heldElsewhere'));
  await expect(first.editor.body).toHaveText('From the first. More. From the second.');

  await page.close();
  await expect(first.editor.body).toHaveAttribute('aria-readonly', 'false');
  expect(app.library).toBeTruthy();
});
