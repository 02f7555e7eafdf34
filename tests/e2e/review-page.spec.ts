/** A review file in its reader's hands, when things do not go as they are meant to. */
import { emptyDocument, bodyOf, paragraph, text } from '../../src-shared/document/serialized.ts';
import { connectToHost } from '../torture/host-socket.ts';
import { expect, test } from './fixtures.ts';
import { openFile, saveFile } from './pages/review-file.ts';
import type { TestApp } from './test-app.ts';

async function reviewFile({ url }: TestApp) {
  const client = await connectToHost(url);
  const { postId, version } = await client.posts.create({ language: 'en' });
  const body = bodyOf([paragraph(text('The turtle sleeps.')), paragraph(text('The hare does not.'))]);
  const document = { ...emptyDocument('en'), title: 'A turtle', body };
  await client.drafts.save({ postId, baseVersion: version, document });
  const { html } = await client.review.exportBundle({ postId, revisionId: null });
  const comments = async () => (await client.review.of({ postId })).comments;
  return { client, html, comments };
}

const saveButton = 'Save file with comments';

test('what was written and not added yet is in the saved file, too', async ({ app, page }, info) => {
  const { client, html, comments } = await reviewFile(app);
  await openFile(page, html, info);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ola');
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Lovely.');
  const saved = await saveFile(page, saveButton);
  await expect(page.getByRole('status')).toContainText('Saved with your downloads');
  await client.review.importBundle({ html: saved.html });
  expect(await comments()).toMatchObject([{ text: 'Lovely.', author: 'Ola' }]);
});

test('a page that a browser saved its own way is refused; opened and saved with its button, it is taken', async ({
  app,
  page,
}, info) => {
  const { client, html, comments } = await reviewFile(app);
  await openFile(page, html, info);
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Lovely.');
  await page.getByRole('button', { name: 'Add comment' }).click();
  const itsOwnWay = await page.content();
  await expect(client.review.importBundle({ html: itsOwnWay })).rejects.toMatchObject({
    code: 'bundle-tampered',
  });

  await openFile(page, itsOwnWay, info, 'saved by the browser.html');
  await expect(page.getByRole('button', { name: 'Comment on this block' })).toHaveCount(2);
  await expect(page.getByRole('listitem')).toContainText('Lovely.');
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Short.');
  await page.getByRole('button', { name: 'Add comment' }).click();
  const saved = await saveFile(page, saveButton);
  await client.review.importBundle({ html: saved.html });
  expect((await comments()).map(({ text: said }) => said).toSorted()).toEqual(['Lovely.', 'Short.']);
});

test('over plain http, comments are made; what is selected beside the text is about the whole of it', async ({
  app,
  page,
}) => {
  const { client, html, comments } = await reviewFile(app);
  await page.route('http://review.invalid/', (route) =>
    route.fulfill({ body: html, contentType: 'text/html' }),
  );
  await page.goto('http://review.invalid/');
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  const panel = page.getByRole('complementary', { name: 'Comments' });
  await page.getByText('The turtle sleeps.').selectText();
  await expect(panel).toContainText('On “The turtle sleeps.”');
  await page.getByRole('heading', { level: 1 }).selectText();
  await expect(panel).toContainText('On the whole text');
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Another title?');
  await page.getByRole('button', { name: 'Add comment' }).click();
  const saved = await saveFile(page, saveButton);
  await client.review.importBundle({ html: saved.html });
  expect(await comments()).toMatchObject([{ text: 'Another title?', anchor: null, author: 'A reader' }]);
});
