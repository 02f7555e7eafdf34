/** What a large library costs the window: its heap with 100,000 posts open, beside 1,000. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { openLibrary } from '#main/storage/library.ts';
import { launchBrowser, newPage } from './browser/bench-browser.ts';
import { startHost } from './browser/bench-host.ts';
import { createGenerator } from './generate.ts';
import { reportBytes } from './report.ts';

const scrolls = 40;

export async function benchMemory(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const few = await heapWith(browser, 1_000);
    const many = await heapWith(browser, 100_000);
    reportBytes('window with 100,000 posts beside 1,000', many, few);
  } finally {
    await browser.close();
  }
}

/** Bytes the window's heap holds after it has looked through much of the list, searched, and opened a post. */
async function heapWith(browser: Browser, posts: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-bench-memory-'));
  fillLibrary(folder, posts);
  const host = await startHost(folder);
  const page = await newPage(browser);
  try {
    await page.goto(host.url);
    const list = page.getByRole('list', { name: 'Posts', exact: true });
    await list.getByRole('link').first().click();
    await page.locator('.b-body[contenteditable="true"]').waitFor();
    await list.hover();
    for (let turn = 0; turn < scrolls; turn++) {
      await page.mouse.wheel(0, 4_000);
      await list.getByRole('link').first().waitFor();
    }
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  } finally {
    await page.context().close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fillLibrary(folder: string, posts: number): void {
  const library = openLibrary(folder);
  const generator = createGenerator(31);
  const batch = 5_000;
  for (let made = 0; made < posts; made += batch) {
    library.transaction(() => {
      for (let post = 0; post < Math.min(batch, posts - made); post++)
        library.posts.create(generator.post(40));
    });
  }
  library.settings.update({ language: 'en' });
  library.close();
}
