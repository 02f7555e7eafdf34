/** A review file on somebody's disk, opened in their browser. */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';

/** Puts the file on the disk, as a mail program does, and opens it. */
export async function openFile(
  page: Page,
  html: string,
  info: TestInfo,
  name = 'review.html',
): Promise<void> {
  const path = info.outputPath(name);
  await writeFile(path, html);
  await page.goto(pathToFileURL(path).href);
}

/** What pressing this button leaves in the downloads. */
export async function saveFile(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly html: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), html: await readFile(await download.path(), 'utf8') };
}
