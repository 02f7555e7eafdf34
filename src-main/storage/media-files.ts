/** Picture files, named by the hash of their bytes: `media/ab/abcdef…`. Originals are never changed. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export function mediaPath(folder: string, hash: string): string {
  return join(folder, 'media', hash.slice(0, 2), hash);
}

/** Writes the file unless it is there in full; when it returns, the bytes survive a power cut. */
export async function writeMediaFile(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
  const path = mediaPath(folder, hash);
  const present = await stat(path).catch(() => null);
  if (present?.size === bytes.byteLength) return;

  const parent = join(path, '..');
  await mkdir(parent, { recursive: true });
  await mkdir(unfinishedIn(folder), { recursive: true });
  const unfinished = join(unfinishedIn(folder), `${hash}.${randomUUID()}`);
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(parent);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Removes what a killed process left half-written; call it while nobody else has the library. */
export function removeUnfinishedMedia(folder: string): void {
  rmSync(unfinishedIn(folder), { recursive: true, force: true });
}

/** In a folder of their own, so that looking for them costs the same however many pictures there are. */
function unfinishedIn(folder: string): string {
  return join(folder, 'media', 'unfinished');
}

/** Makes the new name itself durable; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
