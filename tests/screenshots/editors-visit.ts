/** What an editor does in the pictures of the README: names a version, compares, comments. */
import type { BrulionWindow } from '../e2e/fixtures.ts';
import { HistoryPane } from '../e2e/pages/history-pane.ts';
import { textsIn } from '../e2e/texts.ts';
import { englishPost } from './posts.ts';

/** Leaves the comparison of a named version with what was written since. */
export async function compareVersions({ page, library, editor, queue }: BrulionWindow): Promise<void> {
  const history = new HistoryPane(page, textsIn('en'));
  await queue.close();
  await library.open(englishPost.title);
  await history.show();
  await history.name('First draft', 'For Ola to read');
  await editor.body.getByText('Back in the valley').click();
  await page.keyboard.press('Control+End');
  await editor.type(' Nobody had to press anything.');
  await editor.body.getByText('The best editor I know').dblclick({ position: { x: 12, y: 12 } });
  await editor.type('Our');
  await editor.saved();
  await history.compareWithDraft('First draft');
  await page.keyboard.press('F7');
}

/** Leaves a comment with a suggestion, and the post ready for review. */
export async function comment({ page, editor }: BrulionWindow): Promise<void> {
  const say = textsIn('pl');
  const pane = page.getByRole('region', { name: say('review:title'), exact: true });
  const press = (key: string) =>
    pane.getByRole('button', { name: say(`review:${key}`), exact: true }).click();
  await page.getByRole('tab', { name: say('review:tab') }).click();
  await press('decide.ready');
  await editor.body.getByText('Dobry produkt').dblclick({ position: { x: 8, y: 10 } });
  await press('comment.suggest');
  await pane.getByRole('textbox', { name: say('review:comment.suggestion') }).fill('Nawet dobry');
  await pane.getByRole('textbox', { name: say('review:comment.label') }).fill('Mocniejszy początek?');
  await press('comment.add');
  await pane.getByText('Mocniejszy początek?').waitFor();
}
