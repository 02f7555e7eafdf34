/** What every browser test has: a running application, an open window, and the words of its language. */
import { test as base, type Page } from '@playwright/test';
import type { Language } from '../../src-shared/contract/settings.ts';
import { startWordPress, wordPressMissing, type TestWordPress } from '../servers/wordpress/server.ts';
import { AddBlogDialog } from './pages/add-blog-dialog.ts';
import { EditorPane } from './pages/editor-pane.ts';
import { LibraryPane } from './pages/library-pane.ts';
import { PublishQueue } from './pages/publish-queue.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { textsIn, type Say } from './texts.ts';

/** A window of the application with its parts. */
export interface BrulionWindow {
  readonly page: Page;
  readonly editor: EditorPane;
  readonly library: LibraryPane;
  readonly queue: PublishQueue;
  readonly addBlog: AddBlogDialog;
}

interface Fixtures {
  readonly language: Language;
  readonly say: Say;
  readonly app: TestApp;
  /** Opened, and the first run's question answered. */
  readonly window: BrulionWindow;
  readonly wordPress: TestWordPress;
}

export function windowOn(page: Page, say: Say): BrulionWindow {
  return {
    page,
    editor: new EditorPane(page, say),
    library: new LibraryPane(page, say),
    queue: new PublishQueue(page, say),
    addBlog: new AddBlogDialog(page, say),
  };
}

export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],
  locale: async ({ language }, use) => use(language === 'pl' ? 'pl-PL' : 'en-GB'),
  say: async ({ language }, use) => use(textsIn(language)),
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern
  app: async ({}, use) => {
    const app = await createTestApp();
    await app.start();
    await use(app);
    await app.dispose();
  },
  window: async ({ app, page, say, language }, use) => {
    await page.goto(app.url);
    await page
      .getByRole('region', { name: say('app:welcome.title') })
      .getByRole('button', { name: language === 'pl' ? 'Polski' : 'English' })
      .click();
    await use(windowOn(page, say));
  },
  // oxlint-disable-next-line no-empty-pattern
  wordPress: async ({}, use, { skip }) => {
    const missing = wordPressMissing();
    skip(missing !== null, missing ?? '');
    const blog = await startWordPress();
    await use(blog);
    await blog.stop();
  },
});

export { expect } from '@playwright/test';
