/** Opens the browser host's page: as an app window where that can be, else in the default browser. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, hasDisplay, sandboxArguments } from './browsers.mjs';

/** Answers the window's process, or null when none of ours was opened. */
export async function openPage(url, profileFolder) {
  const browser = findBrowser();
  if (browser && hasDisplay()) {
    mkdirSync(profileFolder, { recursive: true });
    return spawn(
      browser,
      [
        `--app=${url}`,
        `--user-data-dir=${join(profileFolder)}`,
        '--no-first-run',
        '--no-default-browser-check',
        '--window-size=1280,800',
        ...sandboxArguments(),
      ],
      { stdio: 'ignore' },
    );
  }
  if (hasDisplay()) {
    const { default: open } = await import('open');
    const opener = await open(url);
    opener.on('error', () => console.log('No browser could be opened: open the address above yourself.'));
  }
  return null;
}
