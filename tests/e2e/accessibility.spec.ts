/** No serious fault that axe can find, in light and dark; and the main job by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${colorScheme}, ${language}`, () => {
      test.use({ language, colorScheme });

      test('the window, its dialogs and the queue have no serious fault', async ({
        window: { page, queue, addBlog },
        say,
      }) => {
        const faults = async () => {
          // The palette's list is gone through from its field, with the arrow keys; it needs no focus of its own.
          const { violations } = await new AxeBuilder({ page })
            .exclude('[role="dialog"] [role="menu"]')
            .analyze();
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        };
        await queue.open();
        expect(await faults()).toEqual([]);
        await addBlog.open();
        await expect(addBlog.dialog).toBeVisible();
        expect(await faults()).toEqual([]);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Shift+P');
        await expect(page.getByRole('dialog', { name: say('app:palette.label') })).toBeVisible();
        expect(await faults()).toEqual([]);
      });
    });
  }
}

test('write, find and publish without a mouse', async ({ window: { page, editor, queue, library }, say }) => {
  await page.keyboard.press('Control+Shift+N');
  await expect(editor.title).toBeFocused();
  await editor.type('By keyboard\nNo mouse.');
  await page.keyboard.press('Control+Enter');
  await queue.succeeded('publish');

  await page.keyboard.press('Control+Shift+F');
  await editor.type('welcome');
  await expect(library.search).toHaveValue('welcome');
  await expect(library.posts.getByRole('link')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(library.post('Welcome to Brulion').getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor.title).toHaveValue('Welcome to Brulion');

  await page.keyboard.press('Control+Shift+P');
  await editor.type('keyboard sh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: say('app:shortcuts.title') })).toBeVisible();
});
