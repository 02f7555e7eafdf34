/** PHP in WebAssembly, for machines where no PHP can be had: the same WordPress files, about ten times slower. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { startKept, type KeptProcess } from '../kept-process.ts';
import { freePort } from '../free-port.ts';
import { fetchPackage, npm, type PinnedPackage } from './packages.ts';
import { answering } from './answering.ts';

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

/** Serves a site's folder on a port. */
export async function serveInWasm(
  site: string,
  port: number,
  log: string,
  blueprint?: object,
): Promise<KeptProcess> {
  const script = await ensurePlayground();
  const args = [
    script,
    'server',
    `--port=${port}`,
    '--mount-dir-before-install',
    site,
    '/wordpress',
    '--wordpress-install-mode=install-from-existing-files-if-needed',
    '--skip-sqlite-setup',
    '--php=8.3',
    `--site-url=http://127.0.0.1:${port}`,
  ];
  if (blueprint) {
    const file = join(cacheFolder, `blueprint-${port}.json`);
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(file, JSON.stringify(blueprint));
    args.push(`--blueprint=${file}`);
  }
  return startKept(process.execPath, args, { log });
}

/** Runs a piece of PHP in a site's folder, mounted at /wordpress. */
export async function runInWasm(site: string, code: string): Promise<void> {
  const port = await freePort();
  const server = await serveInWasm(site, port, join(cacheFolder, 'wasm.log'), {
    steps: [{ step: 'runPHP', code }],
  });
  try {
    await answering(`http://127.0.0.1:${port}/readme.html`, server.failed, 120_000);
  } finally {
    await server.stop();
  }
}
