/** In a real browser: the token stays where it must be, and pages of other people get nothing, though the cookie is there. */
import { expect, test as base, windowOn } from './fixtures.ts';
import { startStranger, tryEverything, type Stranger } from './stranger.ts';

const test = base.extend<{ readonly stranger: Stranger }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
  stranger: async ({}, use) => {
    const stranger = await startStranger();
    await use(stranger);
    await stranger.stop();
  },
});

test('the token is in no address, no history, no storage and no script’s reach once the page is open', async ({
  window: { page },
  app,
}) => {
  const token = new URL(app.url).searchParams.get('token') ?? '';
  expect(page.url()).not.toContain(token);
  const reachable = await page.evaluate(() =>
    JSON.stringify([
      location.href,
      document.referrer,
      document.cookie,
      document.documentElement.outerHTML,
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      performance.getEntries().map(({ name }) => name),
    ]),
  );
  expect(reachable).not.toContain(token);
  await page.goBack();
  expect(page.url()).not.toContain(token);
});

for (const name of ['127.0.0.1', 'localhost']) {
  test(`a page at ${name}, on another port, gets hold of nothing`, async ({
    window: ours,
    context,
    stranger,
  }) => {
    const { host } = new URL(ours.page.url());
    const script = await ours.page.evaluate(() => new URL(document.scripts[0]?.src ?? '').pathname);
    const page = await context.newPage();
    await page.goto(`http://${name}:${stranger.port}/`);
    expect(await page.evaluate(tryEverything, { host, script })).toEqual([]);
    // In a frame it stands, if at all, as the browser's own error page.
    for (const frame of page.frames().slice(1)) {
      expect(await frame.locator('#root').count()).toBe(0);
    }
    // A window it opens is cut off from it.
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(
        (address) => void Object.assign(globalThis, { other: window.open(address) }),
        `http://${host}/`,
      ),
    ]);
    await opened.waitForLoadState();
    // The browser tells its opener a moment after it has loaded.
    await expect
      .poll(() =>
        page.evaluate(() => (globalThis as unknown as { other: Window | null }).other?.closed ?? true),
      )
      .toBe(true);
  });
}

test('a link away tells nobody where it stood, and what it opens works', async ({
  window: { page, editor, library, queue },
  context,
  stranger,
}) => {
  await library.begin();
  await editor.type('Leading away\n');
  await editor.paste([
    {
      type: 'text/html',
      text: `<p><a href="http://localhost:${stranger.port}/blank" target="_blank">new</a> <a href="http://localhost:${stranger.port}/same">same</a></p>`,
    },
  ]);
  await editor.publish.click();
  await queue.succeeded('publish');
  const live = await context.newPage();
  await live.goto(new URL(await queue.permalink(), page.url()).href);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    live.getByRole('link', { name: 'new' }).click(),
  ]);
  await expect(opened).toHaveTitle('Elsewhere runs');
  expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  await live.getByRole('link', { name: 'same' }).click();
  await expect(live).toHaveTitle('Elsewhere runs');
  for (const path of ['/blank', '/same']) {
    const headers = stranger.heard.get(path);
    expect(headers).toBeDefined();
    expect(headers?.referer).toBeUndefined();
    expect(headers?.cookie).toBeUndefined();
  }
});

test('a link in a window that only reads opens beside it', async ({ window, context, say, stranger }) => {
  const { editor, library, page } = window;
  await library.begin();
  await editor.title.fill('Read only');
  const address = `http://localhost:${stranger.port}/read`;
  await editor.paste([{ type: 'text/html', text: `<p><a href="${address}" target="_self">away</a></p>` }]);
  await editor.saved();
  const second = windowOn(await context.newPage(), say);
  await second.page.goto(page.url());
  await expect(second.editor.body).toHaveAttribute('aria-readonly', 'true');
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    second.editor.body.getByRole('link', { name: 'away' }).click(),
  ]);
  await expect(opened).toHaveTitle('Elsewhere runs');
  expect(second.page.url()).toBe(page.url());
  expect(stranger.heard.get('/read')?.referer).toBeUndefined();
});

test('the printed address works from a link on another page too', async ({ app, page, stranger }) => {
  await page.goto(`http://localhost:${stranger.port}/`);
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = 'Brulion';
    document.body.append(link);
  }, app.url);
  await page.getByRole('link', { name: 'Brulion' }).click();
  await expect(page.locator('#root')).toBeAttached();
  expect(new URL(page.url()).search).toBe('');
  await page.goBack();
  await expect(page).toHaveTitle('Elsewhere runs');
});
