/** From nothing to an editor one can write in, beside an empty page of the same host in the same browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { openLibrary } from '#main/storage/library.ts';
import { launchBrowser, newPage } from './browser/bench-browser.ts';
import { startHost } from './browser/bench-host.ts';
import { createGenerator } from './generate.ts';
import { quantile, time } from './measure.ts';
import { report } from './report.ts';

const starts = 7;

export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-bench-start-'));
  const postId = fillLibrary(folder);
  const browser = await launchBrowser();
  const times = { ours: [] as number[], reference: [] as number[] };
  try {
    for (let turn = -1; turn < starts; turn++) {
      const ours = await time(() =>
        start(browser, folder, `#/post/${postId}`, '.b-body[contenteditable="true"] p'),
      );
      // Whoever comes without the token is shown a page of a few words: the same host, started the same way.
      const reference = await time(() => start(browser, folder, null, 'body'));
      if (turn < 0) continue;
      times.ours.push(ours);
      times.reference.push(reference);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  report('start to usable editor', quantile(times.ours, 0.5), quantile(times.reference, 0.5));
}

function fillLibrary(folder: string): string {
  const library = openLibrary(folder);
  const generator = createGenerator(21);
  for (let post = 0; post < 200; post++) library.posts.create(generator.post(600));
  const { postId } = library.posts.create(generator.post(1_000));
  library.settings.update({ language: 'en' });
  library.close();
  return postId;
}

/** Starts the host, opens a page on it and waits until `selector` is shown. */
async function start(browser: Browser, folder: string, hash: string | null, selector: string): Promise<void> {
  const host = await startHost(folder);
  const page = await newPage(browser);
  try {
    await page.goto(hash === null ? new URL('/', host.url).href : `${host.url}${hash}`);
    await page.locator(selector).first().waitFor();
  } finally {
    // Not a part of starting, but little, and the same for both.
    await page.context().close();
    await host.stop();
  }
}
