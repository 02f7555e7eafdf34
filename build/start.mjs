/** `npm start`: sets up what is missing and runs the app, in Electron or, where that cannot be, in a browser. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { openPage } from './lib/app-window.mjs';
import { hasDisplay, sandboxArguments } from './lib/browsers.mjs';
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron.mjs';
import { libraryFolder } from './lib/library-folder.mjs';
import { standInFor } from './lib/processes.mjs';
import { browserHost, electronMain, PlainError, projectNode, run } from './lib/project.mjs';

await run(async () => {
  const say = (line) => console.log(line);
  await ensureDependencies(say);
  await ensureBuild(say);
  const library = libraryFolder();

  const electron = hasDisplay() ? await ensureElectron(say) : null;
  if (electron) {
    const env = { ...process.env, BRULION_LIBRARY: library };
    return standInFor(spawn(electron, [...sandboxArguments(), electronMain], { stdio: 'inherit', env }));
  }
  say(
    hasDisplay()
      ? 'Electron cannot be downloaded here, so Brulion runs in your browser instead.'
      : 'There is no display here for a desktop window, so Brulion runs as a local page instead.',
  );
  return runInBrowser(library, process.argv.slice(2), say);
});

async function runInBrowser(library, args, say) {
  const host = spawn(projectNode, [browserHost, '--library', library, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = standInFor(host);
  const line = await firstLine(host);
  if (line === null) throw new PlainError('Brulion stopped before it was ready; the reason is above.');
  const { url } = JSON.parse(line);
  say(`\nBrulion is at  ${url}\nYour library is in  ${library}\nPress Ctrl-C to stop.`);
  const window = await openPage(url, join(library, 'browser-profile'));
  // Closing the app window ends the app, as with any desktop program.
  window?.once('exit', (code) => code === 0 && host.kill('SIGTERM'));
  const code = await ended;
  window?.kill();
  return code;
}

function firstLine(host) {
  return new Promise((resolve) => {
    const lines = createInterface({ input: host.stdout });
    lines.once('line', resolve);
    lines.once('close', () => resolve(null));
  });
}
