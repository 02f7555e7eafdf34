/** A disk of a few megabytes that can be filled, emptied and made read-only. */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free, or so many of them. */
  fill(leaving?: number): void;
  empty(): void;
  setReadOnly(isReadOnly: boolean): void;
  remove(): void;
}

/** Why there can be none here; null when there can. */
export function smallDiskMissing(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can make a small disk';
  try {
    makeSmallDisk(1).remove();
    return null;
  } catch (error) {
    return `no small disk can be made: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function makeSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(leaving = 0) {
      const file = openSync(ballast, 'a');
      try {
        for (const size of [1 << 20, 1 << 12, 1]) {
          const bytes = Buffer.alloc(size);
          for (;;) if (writeSync(file, bytes) < size) break;
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        ftruncateSync(file, Math.max(0, fstatSync(file).size - leaving));
        fsyncSync(file);
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    setReadOnly: (isReadOnly) =>
      void execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder], { stdio: 'pipe' }),
    remove() {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
