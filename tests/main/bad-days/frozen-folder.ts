/** A folder that turns read-only under a program that has it open, as a disk does after a fault. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FrozenFolder {
  readonly folder: string;
  freeze(): void;
  thaw(): void;
  remove(): void;
}

/** Why there can be none here; null when there can. */
export function frozenFolderMissing(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can freeze files';
  const probe = makeFrozenFolder();
  try {
    writeFileSync(join(probe.folder, 'probe'), '');
    probe.freeze();
    return null;
  } catch (error) {
    return `files cannot be frozen: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    probe.remove();
  }
}

export function makeFrozenFolder(): FrozenFolder {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-frozen-'));
  const change = (sign: '+i' | '-i', paths: readonly string[]) =>
    void execFileSync('chattr', [sign, ...paths], { stdio: 'pipe' });
  /** All but the index of the write-ahead log: that is memory, which no failing disk takes away. */
  function paths(): string[] {
    const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return inside.filter((name) => !name.endsWith('-shm')).map((name) => join(folder, name));
  }
  let isFrozen = false;
  function thaw(): void {
    if (isFrozen) change('-i', [folder, ...paths()]);
    isFrozen = false;
  }
  return {
    folder,
    freeze() {
      isFrozen = true;
      change('+i', [...paths(), folder]);
    },
    thaw,
    remove() {
      thaw();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
