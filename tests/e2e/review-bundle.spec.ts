/** A review file goes to somebody without the application, who comments in a browser and sends it back. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { BrulionClient } from '../../src-shared/contract/contract.ts';
import type { PostDocument } from '../../src-shared/document/post-document.ts';
import {
  bodyOf,
  emptyDocument,
  image,
  link,
  list,
  listItem,
  lineBreak,
  opaque,
  paragraph,
  quote,
  text,
} from '../../src-shared/document/serialized.ts';
import { htmlVectors, textVectors, blockVectors } from '../security/xss-corpus.ts';
import { connectToHost } from '../torture/host-socket.ts';
import { expect, test } from './fixtures.ts';
import { openFile, saveFile } from './pages/review-file.ts';
import { faultsIn, touchEverything, watch } from './sentinel.ts';

const turtle = fileURLToPath(new URL('../fixtures/turtle.png', import.meta.url));

async function write(client: BrulionClient, document: PostDocument): Promise<string> {
  const { postId, version } = await client.posts.create({ language: document.language });
  await client.drafts.save({ postId, baseVersion: version, document });
  return postId;
}

/** Selects words as a person does, over whatever elements they stand in. */
async function select(page: Page, block: number, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([at, begin, end]) => {
      const shown = document.querySelector(`[data-block="${at}"] > [data-content]`) as Element;
      const nodes = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let hasBegun = false;
      for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
        if (!hasBegun && node.data.includes(begin)) {
          range.setStart(node, node.data.indexOf(begin));
          hasBegun = true;
        }
        if (hasBegun && node.data.includes(end)) {
          range.setEnd(node, node.data.indexOf(end) + end.length);
          break;
        }
      }
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    },
    [block, from, to] as const,
  );
}

const polish: PostDocument = {
  ...emptyDocument('pl'),
  title: 'Żółw',
  body: bodyOf([
    paragraph(
      text('Ala ma '),
      text('czarnego kota', 1),
      text(' i '),
      link('https://example.org/', [text('psa')]),
    ),
    list('check', [
      listItem(1, [text('kupić '), text('mleko', 2)], true),
      listItem(2, [text('wyspać się')], false),
    ]),
    quote(text('Raz'), lineBreak(), lineBreak(), text('dwa'), lineBreak(), text('trzy')),
    opaque('html', '<table><tr><td>Tabela</td></tr></table>', 'table'),
  ]),
};

test('a reader comments on words, lines and blocks, saves the file, and its comments come back once', async ({
  app,
  page,
  context,
}, info) => {
  const client = await connectToHost(app.url);
  const asset = await client.media.import({
    bytes: new Uint8Array(await readFile(turtle)),
    fileName: 'z.png',
  });
  const postId = await write(client, {
    ...polish,
    featuredImage: { asset: asset.hash, alt: 'Żółw na kamieniu' },
  });
  const { html, fileName } = await client.review.exportBundle({ postId, revisionId: null });
  expect(fileName).toBe('zolw-recenzja.html');
  const sentinel = await watch(context);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openFile(page, html, info);

  const panel = page.getByRole('complementary', { name: 'Komentarze' });
  const comment = panel.getByRole('textbox', { name: 'Komentarz' });
  const suggestion = panel.getByRole('textbox', { name: /inne słowa/ });
  const addIt = () => panel.getByRole('button', { name: 'Dodaj komentarz' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Żółw');
  await expect(page.getByRole('img', { name: 'Żółw na kamieniu' })).toHaveJSProperty('complete', true);
  expect(
    await page.getByRole('img').evaluate((shown: HTMLImageElement) => shown.naturalWidth),
  ).toBeGreaterThan(0);
  await expect(suggestion).toBeHidden();
  await panel.getByRole('textbox', { name: 'Imię' }).fill('Ola');

  await select(page, 0, 'kota', 'psa');
  await expect(panel).toContainText('Do słów „kota i psa”');
  await suggestion.fill('psa i kota');
  await addIt();
  await select(page, 1, 'mleko', 'wyspać');
  await comment.fill('Kolejność!');
  await addIt();
  await select(page, 2, 'dwa', 'trzy');
  await comment.fill('Policz do czterech.');
  await addIt();
  await page.locator('[data-block="3"]').hover();
  await page.locator('[data-block="3"]').getByRole('button', { name: 'Skomentuj ten akapit' }).click();
  await expect(comment).toBeFocused();
  await comment.fill('Po co ta tabela? <b>x</b>');
  await addIt();
  await comment.fill('Pomyłka');
  await addIt();
  await panel
    .getByRole('listitem')
    .filter({ hasText: 'Pomyłka' })
    .getByRole('button', { name: 'Usuń' })
    .click();
  await expect(panel.getByRole('listitem')).toHaveCount(4);

  const saved = await saveFile(page, 'Zapisz plik z komentarzami');
  expect(saved.name).toBe('zolw-komentarze.html');
  expect(await client.review.importBundle({ html: saved.html })).toEqual({
    postId,
    added: 4,
    alreadyThere: 0,
  });
  const { comments } = await client.review.of({ postId });
  expect(
    comments.map(({ author, anchor, text: said, suggestion: other }) => [
      author,
      anchor?.block,
      anchor?.exact,
      said,
      other,
    ]),
  ).toEqual([
    ['Ola', 0, 'kota i psa', '', 'psa i kota'],
    ['Ola', 1, 'mleko\nwyspać', 'Kolejność!', null],
    ['Ola', 2, 'dwa\ntrzy', 'Policz do czterech.', null],
    ['Ola', 3, '', 'Po co ta tabela? <b>x</b>', null],
  ]);

  // The saved file goes on where it ended, and what it said before is known.
  await openFile(page, saved.html, info, 'again.html');
  await expect(panel.getByRole('listitem')).toHaveCount(4);
  await expect(panel.getByRole('textbox', { name: 'Imię' })).toHaveValue('Ola');
  await comment.fill('I jeszcze jedno.');
  await addIt();
  const again = await saveFile(page, 'Zapisz plik z komentarzami');
  expect(await client.review.importBundle({ html: again.html })).toEqual({
    postId,
    added: 1,
    alreadyThere: 4,
  });

  expect(await faultsOutsideOwnScript(page)).toEqual([]);
  expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });
  await sentinel.stop();
});

test('in English: to read with the keyboard, and refused when somebody changed it on the way', async ({
  app,
  page,
}, info) => {
  const client = await connectToHost(app.url);
  const document = { ...emptyDocument('en'), title: 'Turtle', body: bodyOf([paragraph(text('It swims.'))]) };
  const postId = await write(client, document);
  const { html } = await client.review.exportBundle({ postId, revisionId: null });
  await openFile(page, html.replace('<p>It swims.', '<p>It sinks.'), info);
  const panel = page.getByRole('complementary', { name: 'Comments' });
  const beside = page.getByRole('button', { name: 'Comment on this block' });
  await beside.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('It does not!');
  await panel.getByRole('button', { name: 'Add comment' }).press('Enter');
  await expect(panel.getByRole('listitem')).toContainText('It does not!');
  const saved = await saveFile(page, 'Save file with comments');
  await expect(client.review.importBundle({ html: saved.html })).rejects.toMatchObject({
    code: 'bundle-tampered',
  });
  expect((await client.review.of({ postId })).comments).toEqual([]);
});

test('hostile content runs nothing and asks nobody, and the file still comes back as it was sent', async ({
  app,
  page,
  context,
}, info) => {
  const client = await connectToHost(app.url);
  const sentinel = await watch(context);
  const hostile = [...htmlVectors(sentinel.canary), ...blockVectors(sentinel.canary)].map((vector) =>
    opaque('html', vector.text, vector.family),
  );
  const words = textVectors(sentinel.canary).map((vector) => vector.text);
  const document = {
    ...emptyDocument('en'),
    title: words.join(' '),
    excerpt: words.join('\n'),
    body: bodyOf([
      ...hostile,
      ...words.flatMap((said) => [
        paragraph(text(said)),
        image({ src: `${sentinel.canary}/seen`, alt: said, caption: said }),
      ]),
    ]),
  };
  const postId = await write(client, document);
  const { html } = await client.review.exportBundle({ postId, revisionId: null });
  await openFile(page, html, info);
  const panel = page.getByRole('complementary', { name: 'Comments' });
  await touchEverything(page);
  expect(await faultsOutsideOwnScript(page)).toEqual([]);
  for (const said of words) {
    await panel.getByRole('textbox', { name: 'Comment' }).fill(said);
    await panel.getByRole('button', { name: 'Add comment' }).click();
  }
  await panel.getByRole('textbox', { name: 'Your name' }).fill(words[0] ?? '');
  const saved = await saveFile(page, 'Save file with comments');
  expect(await client.review.importBundle({ html: saved.html })).toMatchObject({ added: words.length });
  await openFile(page, saved.html, info, 'again.html');
  await expect(panel.getByRole('listitem')).toHaveCount(words.length);
  await touchEverything(page);
  expect(await faultsOutsideOwnScript(page)).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });
  await sentinel.stop();
});

/** The page has two scripts of its own, its data and what reads it, and pictures as data. */
async function faultsOutsideOwnScript(page: Page): Promise<string[]> {
  const faults = await faultsIn(page);
  return faults.filter(
    (fault) => !fault.startsWith('<script data-own') && !fault.startsWith('IMG src="data:image/'),
  );
}
