/** Finds Electron's program, downloading it at first use where that can be done. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runProgram } from './processes.mjs';

const downloadTimeoutMs = 180_000;
const folder = join(root, 'node_modules', 'electron');

/** The program's path, or null; never downloads. */
export function findElectron() {
  const noted = join(folder, 'path.txt');
  if (!existsSync(noted)) return null;
  const program = join(folder, 'dist', readFileSync(noted, 'utf8'));
  return existsSync(program) ? program : null;
}

/** The program's path, downloaded if need be; null when it cannot be had. */
export async function ensureElectron(say) {
  const found = findElectron();
  if (found) return found;
  say('Fetching Electron …');
  await runProgram(process.execPath, [join(folder, 'install.js')], {
    quiet: true,
    timeoutMs: downloadTimeoutMs,
  });
  return findElectron();
}
