/** The desktop program itself: its window is shut off from Node, and the main job works in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, expect, test } from '@playwright/test';
import { windowOn } from '../e2e/fixtures.ts';
import { textsIn } from '../e2e/texts.ts';

const main = fileURLToPath(new URL('../../out/main/electron.js', import.meta.url));
const executablePath = process.env['BRULION_ELECTRON'] ?? '';

test.skip(executablePath === '', 'Electron’s program is not on this machine');

test('write and publish to the folder blog in the desktop window', async () => {
  const library = await mkdtemp(join(tmpdir(), 'brulion-electron-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath,
    args: [...sandbox, main],
    env: { ...process.env, BRULION_LIBRARY: library, LANG: 'en_GB.UTF-8' },
  });
  try {
    const page = await electron.firstWindow();
    const { editor, library: pane, queue } = windowOn(page, textsIn('en'));
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await pane.begin();
    await editor.type('From the desktop\nWritten in a window.');
    await editor.publish.click();
    await queue.succeeded('publish');

    expect(await page.evaluate(() => ({ require: typeof require, process: typeof process }))).toEqual({
      require: 'undefined',
      process: 'undefined',
    });
    expect(new URL(page.url()).protocol).toBe('app:');
  } finally {
    await electron.close();
    await rm(library, { recursive: true, force: true });
  }
});
