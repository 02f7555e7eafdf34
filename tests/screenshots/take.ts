/** Takes the README's pictures from the running application: `npm run screenshots`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import sharp from 'sharp';
import type { Language } from '../../src-shared/contract/settings.ts';
import { windowOn, type BrulionWindow } from '../e2e/fixtures.ts';
import { createTestApp, type TestApp } from '../e2e/test-app.ts';
import { textsIn } from '../e2e/texts.ts';
import { startWordPress, type TestWordPress } from '../servers/wordpress/server.ts';
import { comment, compareVersions } from './editors-visit.ts';
import { mountains } from './picture.ts';
import { englishPost, otherPosts, polishPost, type SamplePost } from './posts.ts';

const target = process.argv[2] ?? fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const browserPath = process.env['BRULION_TEST_BROWSER'];

await mkdir(target, { recursive: true });
const blog = await startWordPress();
const app = await createTestApp();
const browser = await chromium.launch({
  ...(browserPath && browserPath !== 'playwright' ? { executablePath: browserPath } : {}),
  args: [
    '--disable-gpu',
    '--font-render-hinting=none',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
try {
  await app.start();
  await nameBlog(blog, 'Notatki o IT');
  const english = await openWindow(browser, app, 'en', 'light', { isFirst: true });
  await fill(english, blog);
  await english.library.open(polishPost.title);
  await english.library.open(englishPost.title);
  await settled(english.page);
  await keep(english.page, 'editor-en-light');
  await english.page.emulateMedia({ colorScheme: 'dark' });
  await keep(english.page, 'editor-en-dark');
  await english.page.emulateMedia({ colorScheme: 'light' });
  await publishSome(english, blog);
  await keep(english.page, 'queue-en-light');
  await compareVersions(english);
  await settled(english.page);
  await keep(english.page, 'history-en-light');
  await english.page.close();
  const polish = await openWindow(browser, app, 'pl', 'dark', { isFirst: false });
  await polish.library.search.fill('marketing');
  await polish.library.open(polishPost.title);
  await settled(polish.page);
  await keep(polish.page, 'editor-pl-dark');
  await comment(polish);
  await settled(polish.page);
  await keep(polish.page, 'review-pl-dark');
} finally {
  await browser.close();
  await app.dispose();
  await blog.stop();
}

async function openWindow(
  from: Browser,
  { url }: TestApp,
  language: Language,
  colorScheme: 'light' | 'dark',
  { isFirst }: { isFirst: boolean },
) {
  const context = await from.newContext({
    viewport: { width: 1280, height: 800 },
    locale: language === 'pl' ? 'pl-PL' : 'en-GB',
    colorScheme,
  });
  const page = await context.newPage();
  const opened = windowOn(page, textsIn(language));
  await page.goto(url);
  if (isFirst)
    await page.getByRole('button', { name: language === 'pl' ? 'Polski' : 'English', exact: true }).click();
  else {
    // The library remembers its language; this window changes it, by the keyboard.
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.type(language === 'pl' ? 'Interface in Polish' : 'Interfejs po angielsku');
    await page.keyboard.press('Enter');
    await opened.library.newPost.waitFor();
  }
  return opened;
}

async function fill(window: BrulionWindow, { url, users }: TestWordPress): Promise<void> {
  await window.addBlog.connect({ url, users } as TestWordPress, 'editor');
  for (const post of otherPosts) await write(window, post);
  await write(window, polishPost);
  await write(window, englishPost);
}

async function write(
  { page, library, editor }: BrulionWindow,
  { title, html, category, alt = '' }: SamplePost,
): Promise<void> {
  await library.begin();
  await editor.title.fill(title);
  await editor.body.click();
  if (category) {
    await paste(editor.body, { picture: (await mountains()).toString('base64') });
    await page.getByRole('textbox', { name: textsIn('en')('editor:image.alt'), exact: true }).fill(alt);
    await editor.body.press('Control+End');
  }
  await paste(editor.body, { html });
  if (category) {
    const field = page.getByLabel(textsIn('en')('editor:details.categories'));
    await field.fill(category);
    await field.press('Enter');
  }
  await editor.saved();
}

async function paste(
  body: BrulionWindow['editor']['body'],
  data: { html?: string; picture?: string },
): Promise<void> {
  await body.evaluate((element, { html, picture }) => {
    const clipboardData = new DataTransfer();
    if (html) clipboardData.setData('text/html', html);
    if (picture) {
      const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
      clipboardData.items.add(new File([bytes], 'mountains.jpg', { type: 'image/jpeg' }));
    }
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
  if (data.picture) await body.locator('figure img').waitFor();
}

/** One post published with its receipt, and one that waits for the blog. */
async function publishSome(window: BrulionWindow, wordPress: TestWordPress): Promise<void> {
  await window.editor.publish.click();
  await window.queue.succeeded('publish');
  await wordPress.pause();
  await window.library.open(otherPosts[3]?.title ?? '');
  await window.editor.publish.click();
  await window.queue.is('waiting');
  await window.queue.jobs.nth(1).locator('summary').click();
}

/** Pictures are there, notices are gone, and the pointer is out of the way. */
async function settled(page: Page): Promise<void> {
  const notice = page.locator('[aria-live] > [data-bad] button').last();
  if (await notice.isVisible()) await notice.click();
  await page.mouse.move(640, 780);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
}

async function keep(page: Page, name: string): Promise<void> {
  const png = await page.screenshot();
  await sharp(png)
    .png({ palette: true, quality: 90 })
    .toFile(join(target, `${name}.png`));
}

async function nameBlog({ url, users: { admin } }: TestWordPress, title: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.appPassword}`).toString('base64')}`;
  const answer = await fetch(`${url}/?rest_route=/wp/v2/settings`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  });
  if (!answer.ok) throw new Error(`The test blog could not be named: ${answer.status}`);
}
