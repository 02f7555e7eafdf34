/** Nobody is let in: the published XSS vectors by every way into a post, through the real editor and onto the page. */
import { join } from 'node:path';
import { expect, test as base, windowOn } from './fixtures.ts';
import { serveFolder } from '../servers/serve-folder.ts';
import { startHostileBlog } from '../servers/hostile-blog.ts';
import { connectToHost } from '../torture/host-socket.ts';
import { bodyOf, blocksOf, paragraph, text } from '../../src-shared/document/serialized.ts';
import { blocksToBody } from '../../src-shared/document/wordpress-blocks/blocks-to-body.ts';
import {
  addressVectors,
  blockVectors,
  htmlVectors,
  markdownVectors,
  textVectors,
} from '../security/xss-corpus.ts';
import { faultsIn, touchEverything, watch, type Sentinel } from './sentinel.ts';

const test = base.extend<{ readonly sentinel: Sentinel }>({
  sentinel: [
    async ({ context }, use) => {
      const sentinel = await watch(context);
      await use(sentinel);
      await sentinel.stop();
    },
    { auto: true },
  ],
});

test('the sentinel sees what runs, what asks and what is left, where nothing keeps it back', async ({
  page,
  sentinel,
}) => {
  await page.setContent(
    `<img src=x onerror=__xss(1)><img src="${sentinel.canary}/seen"><a href="java&Tab;script:1">x</a>`,
  );
  await expect.poll(() => sentinel.told).toEqual(['ran: 1']);
  await expect.poll(() => sentinel.asked).toEqual(['/seen']);
  expect(await faultsIn(page)).toHaveLength(2);
});

test('pasted HTML runs nothing, asks nobody, and is as harmless when it is opened again', async ({
  window: { page, editor, library },
  sentinel,
}) => {
  await library.begin();
  await editor.title.fill('Pasted');
  const pastes = htmlVectors(sentinel.canary).map((vector) => ({ type: 'text/html', text: vector.text }));
  await editor.paste(pastes);
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  await editor.saved();
  await page.reload();
  await expect(editor.title).toHaveValue('Pasted');
  await expect(editor.body).toContainText('hover');
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });
});

test('Markdown and bare text, pasted or typed, make no address that runs', async ({
  window: { page, editor, library },
  sentinel,
}) => {
  await library.begin();
  await editor.title.fill('Plain');
  const plain = [markdownVectors, addressVectors, textVectors].flatMap((vectors) => vectors(sentinel.canary));
  await editor.paste(plain.map(({ text: said }) => ({ type: 'text/plain', text: said })));
  // Addresses over selected words become links, if they lead anywhere.
  await page.keyboard.press('Control+A');
  await editor.pasteWhereItIs(
    addressVectors(sentinel.canary).map((vector) => ({ type: 'text/plain', text: vector.text })),
  );
  await editor.body.click();
  await page.keyboard.press('Control+End');
  for (const address of ['javascript:__xss(1)', 'data:text/html,x', 'JaVaScRiPt:__xss(2)']) {
    await editor.type(`\n[typed](${address}) and ![seen](${address}) and <${address}> `);
  }
  await expect(editor.body).toContainText('typed');
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });
});

test('what another page put on the clipboard in the editor’s own words is taken as nobody’s', async ({
  window: { page, editor, library },
  sentinel,
}) => {
  await library.begin();
  await editor.title.fill('Clipboard');
  const cover = `position:fixed;inset:0;z-index:9999;background:url(${sentinel.canary}/cover)`;
  const element = { version: 1, direction: null, format: '', indent: 0 };
  const nodes: object[] = [
    { ...paragraph(), children: [{ ...text('covering'), style: cover }] },
    ...addressVectors(sentinel.canary).map(({ text: url }) => ({
      ...paragraph(),
      children: [
        {
          ...element,
          type: 'link',
          url,
          target: '_self',
          rel: 'opener',
          title: url,
          children: [text('link')],
        },
      ],
    })),
    ...['script', 'style', 'iframe'].map((tag) => ({
      ...element,
      type: 'heading',
      tag,
      children: [text('*{background:url(x)} __xss(5)')],
    })),
    {
      ...element,
      type: 'list',
      listType: 'bullet',
      tag: 'iframe',
      start: '1" onload="__xss(6)',
      children: [],
    },
    { ...element, type: 'code', language: '"><img src=x onerror=__xss(7)>', children: [text('code')] },
    { type: 'image', version: 1, asset: `../../${sentinel.canary}`, alt: { a: 1 }, caption: ['x'], src: 7 },
    { type: 'image', version: 1, asset: null, src: 'javascript:__xss(8)', alt: 'x', caption: 'x' },
    { type: 'opaque', version: 1, dialect: 'html', raw: { not: 'words' }, label: ['x'] },
    {
      type: 'opaque',
      version: 1,
      dialect: 'html',
      raw: '<img src=x onerror=__xss(9)>',
      label: '<img src=x>',
    },
  ];
  await editor.paste(
    nodes.map((node) => ({
      type: 'application/x-lexical-editor',
      text: JSON.stringify({ namespace: 'brulion', nodes: [node] }),
    })),
  );
  await expect(editor.body).toContainText('covering');
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  await editor.saved();
  await page.reload();
  await expect(editor.body).toContainText('covering');
  expect(await faultsIn(page)).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });
});

test('a post as a hostile blog has it is shown, published into a folder and looked at, and runs nowhere', async ({
  app,
  page,
  context,
  say,
  sentinel,
}) => {
  const { canary } = sentinel;
  const client = await connectToHost(app.url);
  await client.app.welcome({ language: 'en' });
  const { postId, version, document } = await client.posts.create({ language: 'en' });
  const blocks = [...blockVectors(canary), ...htmlVectors(canary)].flatMap((vector) =>
    blocksOf(blocksToBody(vector.text)),
  );
  const words = textVectors(canary).map((vector) => vector.text);
  await client.drafts.open({ postId });
  await client.drafts.save({
    postId,
    baseVersion: version,
    document: {
      ...document,
      title: `Hostile ${words.join(' ')}`.slice(0, 2_000),
      excerpt: words.join(' '),
      slug: '"><img src=x onerror=__xss(4999)>',
      categories: words.map((word) => word.slice(0, 200)),
      tags: words.map((word) => word.slice(0, 200)),
      body: bodyOf([...words.map((word) => paragraph(text(word))), ...blocks]),
    },
  });
  await client.drafts.close({ postId });

  await page.goto(app.url);
  await page.goto(`${new URL(app.url).origin}/#/post/${postId}`);
  const { editor, queue, library } = windowOn(page, say);
  await expect(editor.title).toHaveValue(/Hostile/);
  await expect(editor.body).toContainText('core/shortcode'.slice(5));
  await library.search.fill('hostile');
  await expect(library.posts.locator('mark').first()).toBeVisible();
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });

  await editor.publish.click();
  await expect(queue.newest).toHaveAttribute('data-state', 'succeeded', { timeout: 40_000 });
  const permalink = await queue.permalink();
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);

  const live = await context.newPage();
  await live.goto(new URL(permalink, page.url()).href);
  await expect(live.getByRole('heading', { level: 1 })).toContainText('Hostile');
  expect(sentinel).toMatchObject({ told: [], asked: [] });

  // The same files from a server that knows no policy, as they are on the web.
  const account = (await client.accounts.list()).find(({ kind }) => kind === 'folder');
  if (!account) throw new Error('There is no folder blog.');
  const site = await serveFolder(join(account.address, 'site'));
  for (const path of ['/index.html', permalink.replace(/^\/site\/[^/]+/, '').replace(/\/$/, '/index.html')]) {
    await live.goto(`${site.url}${path}`);
    await expect(live.getByText('Hostile').first()).toBeVisible();
    await touchEverything(live);
    expect(await faultsIn(live)).toEqual([]);
  }
  await site.stop();
  expect(sentinel.told).toEqual([]);
  // Pictures and films from elsewhere are the author's to show on the web; nothing else is fetched.
  const shown = ['/img', '/relative', '/video', '/audio'];
  expect(sentinel.asked.filter((path) => !shown.includes(path))).toEqual([]);
});

test('a hostile blog’s name, errors, terms and links are words in the interface, and its links lead to the web', async ({
  window: { page, editor, library, queue, addBlog },
  sentinel,
}) => {
  const blog = await startHostileBlog(textVectors(sentinel.canary).map((vector) => vector.text));
  await addBlog.open();
  await addBlog.submit(blog.url, 'me', 'xxxx xxxx xxxx xxxx');
  await expect(addBlog.dialog).toBeHidden();
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);

  await library.begin();
  await editor.type('To the hostile blog\nWords.');
  await editor.publish.click();
  await queue.is('succeeded');
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  await expect(queue.newest.getByRole('link')).toHaveCount(0);

  blog.refuse();
  await editor.body.click();
  await editor.type(' More.');
  await editor.update.click();
  await queue.is('needs-attention');
  await expect(queue.newest).toContainText('onerror=__xss');
  await touchEverything(page);
  expect(await faultsIn(page)).toEqual([]);
  expect(sentinel).toMatchObject({ told: [], asked: [] });
  await blog.stop();
});
