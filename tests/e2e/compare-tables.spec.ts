/** A table from a blog is compared as the table it is, on the screen, in both layouts, and in the exported file. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { bodyOf, emptyDocument, opaque, paragraph, text } from '../../src-shared/document/serialized.ts';
import { english } from '../../src-shared/diff/texts/english.ts';
import { polish } from '../../src-shared/diff/texts/polish.ts';
import { blockVectors, htmlVectors } from '../security/xss-corpus.ts';
import { connectToHost } from '../torture/host-socket.ts';
import { expect, test } from './fixtures.ts';
import { HistoryPane } from './pages/history-pane.ts';
import { faultsIn, touchEverything, watch } from './sentinel.ts';
import { languages } from './texts.ts';

function table(...rows: readonly string[]) {
  const line = (row: string, tag: string) =>
    `<tr>${row
      .split('|')
      .map((cell) => `<${tag}>${cell.trim()}</${tag}>`)
      .join('')}</tr>`;
  const [head = '', ...body] = rows;
  return opaque(
    'wordpress',
    `<!-- wp:table -->\n<figure class="wp-block-table"><table><thead>${line(head, 'th')}</thead><tbody>${body.map((row) => line(row, 'td')).join('')}</tbody></table><figcaption class="wp-element-caption">Miasta nad rzekami</figcaption></figure>\n<!-- /wp:table -->`,
    'table',
  );
}

const before = table(
  'Miasto | Mieszkańcy | Rzeka | <em>Uwagi</em>',
  'Kraków | 800 tysięcy | Wisła | dawna stolica',
  'Wrocław | 670 tysięcy | Odra | sto mostów',
  'Gdańsk | 490 tysięcy | Motława | port',
);
const after = table(
  'Miasto | Rzeka | <em>Uwagi</em>',
  'Kraków | Wisła | dawna stolica',
  'Wrocław | Odra | ponad sto mostów i kładek <img src=x onerror=alert(1)>',
  'Łódź | Łódka | nie ma portu',
  'Gdańsk | Motława | port',
);

const said = async (cells: Locator) => (await cells.allInnerTexts()).map((cell) => cell.trim());

test('in a table longer and wider than the page, F7 shows what changed', async ({
  app,
  window: { library, page },
  say,
}) => {
  const client = await connectToHost(app.url);
  const { postId, version } = await client.posts.create({ language: 'pl' });
  const long = (said: string) =>
    table(
      Array.from({ length: 16 }, (_cell, at) => `Kolumna${at}bardzodługa`).join('|'),
      ...Array.from({ length: 150 }, (_row, row) =>
        Array.from({ length: 16 }, (_cell, at) => (row === 140 && at === 14 ? said : `${row} ${at}`)).join(
          '|',
        ),
      ),
    );
  const write = (baseVersion: number, block: typeof before) =>
    client.drafts.save({
      postId,
      baseVersion,
      document: { ...emptyDocument('pl'), title: 'Długa tabela', body: bodyOf([block]) },
    });
  const saved = await write(version, long('stare słowo'));
  await client.history.name({ postId, name: 'Przed', note: '' });
  await write(saved.version, long('nowe słowo'));
  await page.reload();
  await library.open('Długa tabela');
  const history = new HistoryPane(page, say);
  await history.show();
  await history.compareWithDraft('Przed');
  const changed = history.comparison.locator('del');
  await expect(changed).toHaveText('stare');
  await expect(changed).not.toBeInViewport();
  await page.keyboard.press('F7');
  await expect(changed).toBeInViewport();
});

test('hostile HTML in cells, captions and kept blocks runs nothing and asks nobody while it is compared', async ({
  app,
  window: { library, page },
  say,
  context,
}) => {
  const client = await connectToHost(app.url);
  const sentinel = await watch(context);
  const vectors = [...htmlVectors(sentinel.canary), ...blockVectors(sentinel.canary)].map(
    (vector) => vector.text,
  );
  const blocks = (said: string) =>
    vectors.flatMap((vector) => [
      opaque('html', `<table><tr><td>${vector}</td><td>${said}</td></tr></table>`, 'table'),
      opaque('html', `<table><caption>${vector}</caption><tr><td>${said}</td></tr></table>`, 'table'),
      opaque('html', `<div>${vector}<p>${said}</p></div>`, 'group'),
    ]);
  const { postId, version } = await client.posts.create({ language: 'pl' });
  const write = (baseVersion: number, said: string) =>
    client.drafts.save({
      postId,
      baseVersion,
      document: { ...emptyDocument('pl'), title: 'Wrogie', body: bodyOf(blocks(said)) },
    });
  const saved = await write(version, 'przed');
  await client.history.name({ postId, name: 'Przed', note: '' });
  await write(saved.version, 'po');
  await page.reload();
  await library.open('Wrogie');
  const history = new HistoryPane(page, say);
  await history.show();
  await history.compareWithDraft('Przed');
  await expect(history.changes).toHaveCount(3 * vectors.length);
  await expect(history.comparison.getByRole('table').first()).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await history.press('compare.columns');
  await expect(history.comparison.locator('[data-diff="columns"]')).toBeVisible();
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });
  await sentinel.stop();
});

for (const language of languages) {
  test.describe(`tables compared, ${language}`, () => {
    test.use({ language });

    test('a changed cell, an added row and a removed column', async ({
      app,
      window: { library, page },
      say,
      browser,
    }, info) => {
      const client = await connectToHost(app.url);
      const { postId, version } = await client.posts.create({ language: 'pl' });
      const document = { ...emptyDocument('pl'), title: 'Miasta' };
      const write = (baseVersion: number, block: typeof before) =>
        client.drafts.save({
          postId,
          baseVersion,
          document: { ...document, body: bodyOf([paragraph(text('Tabela z bloga:')), block]) },
        });
      const saved = await write(version, before);
      await client.history.name({ postId, name: 'Przed', note: '' });
      await write(saved.version, after);

      await page.reload();
      await library.open('Miasta');
      const history = new HistoryPane(page, say);
      await history.show();
      await history.compareWithDraft('Przed');
      const shown = history.comparison.getByRole('table', { name: 'Miasta nad rzekami' });
      await expect(history.changes).toHaveCount(1);
      const words = language === 'pl' ? polish : english;
      const counts = words.tableCounts.columnsRemoved.replace('{}', '1');
      await expect(history.comparison.locator('[data-note]')).toContainText(counts);
      await page.keyboard.press('F7');
      await expect(history.comparison.locator('[data-current]')).toContainText('Kraków');

      await expect(shown.getByRole('row')).toHaveCount(5);
      await expect(shown.getByRole('columnheader')).toHaveText(['Miasto', 'Mieszkańcy', 'Rzeka', 'Uwagi']);
      expect(await said(shown.locator('tbody del'))).toEqual(['800 tysięcy', '670 tysięcy', '490 tysięcy']);
      expect(await said(shown.locator('ins'))).toEqual(
        expect.arrayContaining(['ponad', 'i kładek', 'Łódź', 'Łódka', 'nie ma portu']),
      );
      await expect(shown.locator('tr[data-item="added"]')).toHaveText(/ŁódźŁódkanie ma portu/);
      await page.screenshot({ path: info.outputPath('inline.png') });

      await history.press('compare.columns');
      const sides = history.comparison.getByRole('table', { name: 'Miasta nad rzekami' });
      await expect(sides).toHaveCount(2);
      await expect(sides.first().getByRole('columnheader')).toHaveCount(4);
      await expect(sides.last().getByRole('columnheader')).toHaveCount(3);
      await expect(sides.first().getByRole('row')).toHaveCount(4);
      await expect(sides.last().getByRole('row')).toHaveCount(5);
      await page.screenshot({ path: info.outputPath('columns.png') });
      const { violations } = await new AxeBuilder({ page }).include('.diff').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);

      await history.press('compare.inline');
      const downloading = page.waitForEvent('download');
      await history.press('compare.export');
      const file = await (await downloading).path();
      for (const colorScheme of ['light', 'dark'] as const) {
        const other = await browser.newPage({ offline: true, colorScheme });
        await other.setContent(await readFile(file, 'utf8'));
        await expect(other.getByRole('table').getByRole('row')).toHaveCount(5);
        await expect(other.locator('tr[data-item="added"] ins').first()).toHaveText('Łódź');
        await other.screenshot({ path: info.outputPath(`export-${colorScheme}.png`) });
        await other.close();
      }
    });
  });
}
