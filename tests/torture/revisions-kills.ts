/**
 * Kills the application while it writes, restores, recovers and thins revisions, over and over on one library: whatever was
 * told to be stored reads back as the very document, and what is never thinned is there.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { contentHash } from '#main/storage/content-hash.ts';
import { openLibrary, type Library } from '#main/storage/library.ts';
import { CodedError } from '#shared/contract/errors.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/** What the process tells: what is stored, and what it is about to let go. */
export type RevisionsLine =
  | { readonly stored: string; readonly hash: string; readonly isKept: boolean }
  | { readonly thinning: string };

export interface RevisionsTally {
  readonly kills: number;
  /** Revisions whose storing was told before a kill. */
  readonly told: number;
  /** Of them, those read back to the very document in the end. */
  readonly readBack: number;
  readonly thinned: number;
  /** What was wrong after a kill, in words. */
  readonly troubles: readonly string[];
}

interface Told {
  readonly stored: Map<string, { readonly hash: string; readonly isKept: boolean }>;
  /** It may be there still, or not. */
  readonly thinning: Set<string>;
}

const program = fileURLToPath(new URL('./revisions-process.ts', import.meta.url));

export async function killWhileKeepingHistory(options: {
  readonly runs: number;
  readonly seed: number;
}): Promise<RevisionsTally> {
  const random = seededRandom(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'brulion-revisions-'));
  const told: Told = { stored: new Map(), thinning: new Set() };
  const troubles: string[] = [];
  let readBack = 0;
  try {
    for (let run = 0; run < options.runs; run++) {
      await runAndKill(folder, options.seed + run, told, random);
      const examined = examine(folder, told);
      readBack = examined.readBack;
      troubles.push(...examined.troubles.map((trouble) => `run ${run}: ${trouble}`));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    kills: options.runs,
    told: told.stored.size,
    readBack,
    thinned: told.thinning.size,
    troubles,
  };
}

async function runAndKill(folder: string, seed: number, told: Told, random: SeededRandom): Promise<void> {
  const child = spawn(process.execPath, [program, folder, `${seed}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  const closed = new Promise((resolve) => lines.once('close', resolve));
  const begun = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      // The last line may be cut by the kill.
      if (!line.endsWith('}')) return;
      const said = JSON.parse(line) as RevisionsLine;
      if ('thinning' in said) told.thinning.add(said.thinning);
      else told.stored.set(said.stored, said);
      resolve();
    });
  });
  await Promise.race([begun, ended]);
  await sleep(random.below(300));
  child.kill('SIGKILL');
  await Promise.all([ended, closed]);
}

function examine(folder: string, { stored, thinning }: Told) {
  const troubles: string[] = [];
  let readBack = 0;
  const library = openLibrary(folder);
  try {
    if (library.db.pragma('integrity_check', { simple: true }) !== 'ok') troubles.push('damaged');
    if ((library.db.pragma('foreign_key_check') as unknown[]).length > 0)
      troubles.push('dangling references');
    troubles.push(...unreadable(library));
    for (const [id, { hash, isKept }] of stored) {
      const found = hashOf(library, id);
      if (found === hash) readBack++;
      else if (found !== null) troubles.push(`${id} says something else`);
      else if (isKept || !thinning.has(id)) troubles.push(`${id} is gone`);
    }
  } finally {
    library.close();
  }
  return { readBack, troubles };
}

/** Null when there is none. */
function hashOf({ revisions }: Library, id: string): string | null {
  try {
    return contentHash(revisions.document(id));
  } catch (error) {
    if (error instanceof CodedError && error.code === 'revision-not-found') return null;
    throw error;
  }
}

/** Every revision there is can be read, told or not; none hangs on one that is gone. */
function unreadable({ db, revisions }: Library): string[] {
  return db
    .prepare<[], string>('SELECT id FROM revisions')
    .pluck()
    .all()
    .flatMap((id) => {
      try {
        revisions.document(id);
        return [];
      } catch (error) {
        return [`${id} cannot be read: ${String(error)}`];
      }
    });
}
