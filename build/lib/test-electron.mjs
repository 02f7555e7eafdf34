/** Runs the Electron end-to-end project where Electron's program and a display are there. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './browsers.mjs';
import { findElectron } from './electron.mjs';
import { runProgram } from './processes.mjs';
import { projectNode, root } from './project.mjs';
import { noTests, readPlaywright } from './test-results.mjs';

/** Answers the counts, and a note with the reason when they are skipped. */
export async function testElectron(say) {
  const electron = findElectron();
  const reason = !electron
    ? 'Electron’s program is not in its package and was not downloaded'
    : !hasDisplay()
      ? 'there is no display'
      : null;
  if (reason)
    return { counts: { ...noTests, skipped: 1 }, note: `The Electron tests are skipped: ${reason}` };

  say('The whole app in Electron');
  const report = join(root, '.cache', 'test-results', 'electron.json');
  rmSync(report, { force: true });
  const env = { BRULION_ELECTRON: electron, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  await runProgram(
    projectNode,
    [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--project=electron'],
    { env },
  );
  return { counts: readPlaywright(report), note: null };
}
