/** An author writes: blocks by typing, pictures by pasting, and everything is there the next time. */
import { expect, test } from './fixtures.ts';
import { languages } from './texts.ts';

for (const language of languages) {
  test.describe(`writing, ${language}`, () => {
    test.use({ language });

    test('blocks come from what is typed, and are there after a reload', async ({
      window: { editor, library, page },
      say,
    }) => {
      await library.begin();
      await editor.type('Zażółć gęślą jaźń\n');
      await editor.type(
        'Some **bold** words and *slanted* ones.\n## A heading\nText\n- one\ntwo\n\n1. first\nsecond\n\n> A quote\n\n``` ',
      );
      await editor.type('const x = 1;');
      await expect(editor.body.locator('h2')).toHaveText('A heading');
      await expect(editor.body.locator('ul > li')).toHaveText(['one', 'two']);
      await expect(editor.body.locator('ol > li')).toHaveText(['first', 'second']);
      await expect(editor.body.locator('strong')).toHaveText('bold');
      await expect(editor.body.locator('em')).toHaveText('slanted');
      await expect(editor.body.locator('blockquote')).toHaveText('A quote');
      await expect(editor.body.locator('code')).toHaveText('const x = 1;');
      await editor.saved();
      const text = await editor.body.innerText();
      await page.reload();
      await expect(editor.title).toHaveValue('Zażółć gęślą jaźń');
      expect(await editor.body.innerText()).toBe(text);
      await expect(library.post('Zażółć gęślą jaźń')).toContainText(say('library:status.draft'));
    });

    test('the slash menu makes blocks, found by a word of either language', async ({
      window: { editor, library, page },
      say,
    }) => {
      await library.begin();
      await editor.body.click();
      await editor.type('/cytat');
      await page.getByRole('option', { name: say('editor:block.quote') }).click();
      await editor.type('Said.');
      await expect(editor.body.locator('blockquote')).toHaveText('Said.');
      await editor.type('\n/todo');
      await expect(page.getByRole('option')).toHaveCount(1);
      await page.keyboard.press('Enter');
      await editor.type('a task');
      await expect(editor.body.locator('[role="checkbox"]')).toHaveText('a task');
    });

    test('the floating toolbar formats and links the selected words', async ({
      window: { editor, library, page },
      say,
    }) => {
      await library.begin();
      await editor.body.click();
      await editor.type('words');
      await page.keyboard.press('Control+A');
      const bar = page.getByRole('toolbar', { name: say('editor:toolbar.floating') });
      await bar.getByRole('button', { name: say('editor:format.bold') }).click();
      await expect(editor.body.locator('strong')).toHaveText('words');
      await page.keyboard.press('Control+K');
      await page.getByRole('textbox', { name: say('editor:link.address') }).fill('example.org/a');
      await page.keyboard.press('Enter');
      await expect(editor.body.locator('a')).toHaveAttribute('href', 'https://example.org/a');
    });

    test('keys pressed while the page is busy act where the caret is', async ({
      window: { editor, library, page },
    }) => {
      await library.begin();
      await editor.type('O keysach\nPierwszy akapit.\nDrugi akapit.');
      const first = editor.body.getByText('Pierwszy akapit.');
      await first.click({ position: { x: 40, y: 10 } });
      await page.evaluate(
        () =>
          void setTimeout(() => {
            const until = performance.now() + 600;
            while (performance.now() < until);
          }),
      );
      // All in the browser's queue before the page is at leisure.
      const { keyboard } = page;
      await Promise.all([keyboard.press('End'), keyboard.press('Enter'), keyboard.press('Enter')]);
      await expect(editor.body.locator('p')).toHaveText(['Pierwszy akapit.', '', '', 'Drugi akapit.']);
    });

    test('a pasted picture stays, with its words', async ({ window: { editor, library, page } }) => {
      await library.begin();
      await editor.title.fill('Turtle');
      await editor.body.click();
      await editor.type('Look:\n');
      await editor.pasteTurtle('Mały żółw');
      await editor.saved();
      await page.reload();
      await expect(editor.pictures).toHaveAttribute('alt', 'Mały żółw');
      expect(
        await editor.pictures.evaluate((image: HTMLImageElement) =>
          image.decode().then(() => image.naturalWidth),
        ),
      ).toBeGreaterThan(0);
    });

    test('what was typed a second ago outlives a power cut', async ({
      window: { editor, library, page },
      app,
    }) => {
      await library.begin();
      await editor.type('Power cut\n');
      await editor.type('Everything is here.');
      await editor.saved();
      await app.kill();
      await expect(page.getByRole('alert')).toBeVisible();
      await editor.type(' Typed while it was gone.');
      await app.start();
      await editor.saved();
      await page.reload();
      await expect(editor.body).toHaveText('Everything is here. Typed while it was gone.');
    });

    test('a post is found by half a word, with or without diacritics', async ({
      window: { editor, library },
    }) => {
      await library.begin();
      await editor.type('Łódź nocą\nChrząszcz poszedł spać.');
      await editor.saved();
      for (const query of ['chrzaszcz', 'chrząsz', 'lodz', 'ŁÓDŹ noc']) {
        await library.search.fill(query);
        await expect(library.posts.getByRole('link')).toHaveCount(1);
        await expect(library.posts.locator('mark').first()).toBeVisible();
      }
      await library.search.fill('niemanic');
      await expect(library.posts.getByRole('link')).toHaveCount(0);
    });

    test('duplicate, trash, and back', async ({ window: { editor, library, page }, say }) => {
      await library.begin();
      await editor.type('Twin');
      await editor.saved();
      await library.choose('Twin', 'duplicate');
      expect((await library.titles(3)).filter((title) => title.includes('Twin'))).toHaveLength(2);
      await library.post('Twin').first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: say('library:trash') }).click();
      await library.titles(2);
      await library.showTrash();
      await library.choose('Twin', 'undelete');
      await expect(library.posts.getByRole('link')).toHaveCount(0);
    });
  });
}
