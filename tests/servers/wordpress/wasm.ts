/** PHP in WebAssembly, for machines where no PHP can be had: the same WordPress files, about ten times slower. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../cache-folder.ts';
import { startKept, type KeptProcess } from '../kept-process.ts';
import { fetchPackage, npm, type PinnedPackage } from './packages.ts';

const run = promisify(execFile);

const playground: PinnedPackage = {
  name: '@wp-playground/cli',
  version: '3.1.56',
  integrity:
    'sha512-JTxl6djPEM2YRYz/w+BUoyoCvhSGHIjqMi4fMV1b8o1UPNvZatLaS7opo57UsrVElXrfdZwvi6IuyS4LswUx9Q==',
};

/** Fetches Playground's command line with what it needs; answers its script. */
async function ensurePlayground(): Promise<string> {
  const folder = join(await fetchPackage(playground), 'package');
  if (!existsSync(join(folder, 'node_modules'))) {
    await npm(
      ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      folder,
    );
  }
  return join(folder, 'wp-playground.js');
}

const mount = (site: string) => [
  '--mount-dir-before-install',
  site,
  '/wordpress',
  // The files are WordPress already, with its SQLite drop-in.
  '--wordpress-install-mode=do-not-attempt-installing',
  '--skip-sqlite-setup',
  '--php=8.3',
];

/** Serves a site's folder on a port. */
export async function serveInWasm(site: string, port: number, log: string): Promise<KeptProcess> {
  const script = await ensurePlayground();
  const address = [`--port=${port}`, `--site-url=http://127.0.0.1:${port}`];
  return startKept(process.execPath, [script, 'server', ...address, ...mount(site)], { log });
}

/** Runs a piece of PHP in a site's folder, mounted at /wordpress. */
export async function runInWasm(site: string, code: string): Promise<void> {
  const script = await ensurePlayground();
  const blueprint = join(cacheFolder, 'blueprint.json');
  await writeFile(blueprint, JSON.stringify({ steps: [{ step: 'runPHP', code }] }));
  await run(process.execPath, [script, 'run-blueprint', `--blueprint=${blueprint}`, ...mount(site)]);
}
