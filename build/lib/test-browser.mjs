/** Gets a browser for the browser tests: an installed one, else Playwright's own, else Debian's as root. */
import { findBrowser } from './browsers.mjs';
import { runProgram } from './processes.mjs';
import { projectNode, root } from './project.mjs';
import { join } from 'node:path';

const downloadTimeoutMs = 300_000;

/** Answers `{ browser }` (a path, or 'playwright' for its own) or `{ missing }` with the reason in a sentence. */
export async function ensureTestBrowser(say) {
  const installed = findBrowser();
  if (installed) return { browser: installed };

  say('No Chromium-family browser is installed; fetching Playwright’s own …');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  const fetched = await runProgram(projectNode, [cli, 'install', 'chromium'], {
    quiet: true,
    timeoutMs: downloadTimeoutMs,
  });
  if (fetched.code === 0) return { browser: 'playwright' };

  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('That could not be had; installing Debian’s Chromium …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update', '-qq'], { quiet: true, env }).catch(() => undefined);
    await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
    }).catch(() => undefined);
    const now = findBrowser();
    if (now) return { browser: now };
  }
  return { missing: 'no Chromium-family browser is installed and none could be fetched' };
}
