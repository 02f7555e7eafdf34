/** The test blog as it is before anybody wrote in it: laid out and installed once, copied for each start. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder } from '../cache-folder.ts';
import { coreIn, fetchPackage, sqliteIn, wordPressPackage } from './packages.ts';
import { runInWasm } from './wasm.ts';

const run = promisify(execFile);
const phpFile = (name: string) => fileURLToPath(new URL(`php/${name}`, import.meta.url));

/** Change it when what is below changes: then the blog is laid out anew. */
const layout = 2;
const folder = join(cacheFolder, `wordpress-template-${wordPressPackage.version}-${layout}`);

export const routerFile = phpFile('router.php');

/** Where the template is; null while there is none. */
export function findTemplate(): string | null {
  return existsSync(folder) ? folder : null;
}

export interface SiteSettings {
  readonly url: string;
  readonly environment: 'local' | 'production';
}

export async function writeSiteSettings(site: string, settings: SiteSettings): Promise<void> {
  await writeFile(join(site, 'site.json'), JSON.stringify(settings));
}

/** Lays the template out and installs WordPress in it, with the PHP given or, when null, one in WebAssembly. */
export async function ensureTemplate(php: string | null, say: (line: string) => void): Promise<string> {
  if (existsSync(folder)) return folder;
  say('Fetching WordPress …');
  const fetched = await fetchPackage(wordPressPackage);
  say('Installing WordPress …');
  const work = await mkdtemp(join(cacheFolder, 'installing-'));
  try {
    await layOut(work, fetched);
    if (php) await run(php, ['-d', 'memory_limit=256M', phpFile('install.php'), work]);
    else
      await runInWasm(
        work,
        (await readFile(phpFile('install.php'), 'utf8')).replace('<?php', "<?php $root = '/wordpress';"),
      );
    if (!existsSync(join(work, 'users.json'))) throw new Error('WordPress could not be installed.');
    await rename(work, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function layOut(site: string, fetched: string): Promise<void> {
  await cp(coreIn(fetched), site, { recursive: true });
  const content = join(site, 'wp-content');
  for (const name of ['plugins', 'uploads', 'database'])
    await mkdir(join(content, name), { recursive: true });
  await cp(sqliteIn(fetched), join(content, 'plugins', 'sqlite-database-integration'), { recursive: true });
  // The drop-in finds its plug-in by itself.
  await cp(join(sqliteIn(fetched), 'db.copy'), join(content, 'db.php'));
  await cp(phpFile('wp-config.php'), join(site, 'wp-config.php'));
  const salts = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
    `${name}_KEY`,
    `${name}_SALT`,
  ]);
  const lines = salts.map((name) => `define('${name}', '${randomBytes(32).toString('hex')}');`);
  await writeFile(join(site, 'salt.php'), ['<?php', ...lines, ''].join('\n'));
  await writeSiteSettings(site, { url: 'http://127.0.0.1', environment: 'local' });
}
