/**
 * Kills the application while a migration, a backup, an import of pictures or a rebuild of the search index runs, and
 * drafts are being saved: what was acknowledged is there each time, and the library is whole.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describeBackups, verifyBackup } from '#main/storage/backups.ts';
import { openLibrary, type Library } from '#main/storage/library.ts';
import { posts } from '#shared/contract/posts.ts';
import { oldPostId, seedOldLibrary } from './old-library.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

export const maintenanceKinds = ['migration', 'backup', 'media', 'index', 'catch-up'] as const;
export type MaintenanceKind = (typeof maintenanceKinds)[number];

export interface MaintenanceTally {
  readonly kills: number;
  /** Posts and pictures whose storing was told before the kill. */
  readonly told: number;
  /** What was wrong after a kill, in words. */
  readonly troubles: readonly string[];
}

/** So many that bringing the library further takes a moment. */
const oldPosts = 2_000;

const program = fileURLToPath(new URL('./maintenance-process.ts', import.meta.url));

export async function killInMaintenance(options: {
  readonly runs: number;
  readonly seed: number;
}): Promise<MaintenanceTally> {
  const random = seededRandom(options.seed);
  const troubles: string[] = [];
  let told = 0;
  for (let run = 0; run < options.runs; run++) {
    const kind = maintenanceKinds[run % maintenanceKinds.length] as MaintenanceKind;
    const folder = mkdtempSync(join(tmpdir(), 'brulion-maintenance-'));
    try {
      if (kind === 'migration') seedOldLibrary(folder, oldPosts);
      // Killed more than once: what a kill left behind is what the next process finds.
      for (let life = 0; life < 2; life++) {
        const stored = await runAndKill(folder, kind, life * 1_000_000, random);
        told += stored.titles.size + stored.pictures.length;
        troubles.push(
          ...examine(folder, kind, stored).map((trouble) => `${kind}, run ${run}.${life}: ${trouble}`),
        );
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { kills: options.runs * 2, told, troubles };
}

interface Stored {
  /** Newest title of each post. */
  readonly titles: Map<string, string>;
  readonly pictures: string[];
}

async function runAndKill(
  folder: string,
  kind: MaintenanceKind,
  from: number,
  random: SeededRandom,
): Promise<Stored> {
  const child = spawn(process.execPath, [program, folder, kind, `${from}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stored: Stored = { titles: new Map(), pictures: [] };
  let begin: (() => void) | null = null;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The last line may be cut by the kill.
    if (!line.endsWith('}')) return;
    const said = JSON.parse(line) as { begun?: string; post?: string; title?: string; picture?: string };
    // A migration runs before anything is stored; else the kill comes while things are being stored, however slow the machine.
    if (kind === 'migration' ? said.begun : said.post) begin?.();
    if (said.post) stored.titles.set(said.post, said.title ?? '');
    if (said.picture) stored.pictures.push(said.picture);
  });
  await Promise.race([begun, ended]);
  await sleep(random.below(kind === 'migration' ? 350 : 400));
  child.kill('SIGKILL');
  await ended;
  return stored;
}

/** What is wrong with the library now, in words. */
function examine(folder: string, kind: MaintenanceKind, { titles, pictures }: Stored): string[] {
  const troubles: string[] = [];
  const library = openLibrary(folder);
  try {
    if (library.db.pragma('integrity_check', { simple: true }) !== 'ok') troubles.push('damaged');
    if ((library.db.pragma('foreign_key_check') as unknown[]).length > 0)
      troubles.push('dangling references');
    for (const [postId, title] of titles) {
      // The last save may have been stored and not told.
      const found = library.posts.find(postId)?.document.title;
      if (!found?.startsWith(title)) troubles.push(`${title} is ${found ?? 'gone'}`);
      else if (!finds(library, found)) troubles.push(`${found} is not found`);
    }
    for (const hash of pictures) if (!library.media.find(hash)) troubles.push(`picture ${hash} is gone`);
    troubles.push(...wrongFiles(library));
    if (kind === 'migration') troubles.push(...lostOldPosts(library));
    for (const { name } of describeBackups(folder)) {
      try {
        verifyBackup(join(folder, 'backups', name));
      } catch (error) {
        troubles.push(`backup ${name}: ${String(error)}`);
      }
    }
  } finally {
    library.close();
  }
  return troubles;
}

function finds(library: Library, title: string): boolean {
  const { total } = library.posts.list(posts.list.input.parse({ query: title }));
  return total === 1;
}

/** Every picture has its whole file; a file more than that is whole too, and is taken for what it is when it comes again. */
function wrongFiles({ db, folder, media }: Library): string[] {
  const rows = db.prepare<[], { hash: string; bytes: number }>('SELECT hash, bytes FROM media').all();
  const wrong = rows.flatMap(({ hash, bytes }) => {
    const size = statSync(media.path(hash), { throwIfNoEntry: false })?.size;
    return size === bytes ? [] : [`picture ${hash} has ${size ?? 'no'} of ${bytes} bytes`];
  });
  const files = readdirSync(join(folder, 'media'), { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of files.filter((entry) => entry.isFile())) {
    const hash = createHash('sha256').update(readFileSync(join(parentPath, name)));
    if (hash.digest('hex') !== name) wrong.push(`${name} is left half-written`);
  }
  return wrong;
}

/** Old posts that did not come through a migration whole, with their one revision. */
function lostOldPosts({ posts, revisions }: Library): string[] {
  return [0, 1, 777, oldPosts - 1].flatMap((number) => {
    const id = oldPostId(number);
    const title = `stary${number}x`;
    const isThere = posts.find(id)?.document.title === title;
    return isThere && revisions.document(`r${id}`).title === title ? [] : [`${title} is gone`];
  });
}
