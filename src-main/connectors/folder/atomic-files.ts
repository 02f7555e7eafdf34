/**
 * Files that are either the old or the new one, whole, also after a power cut: written beside their place,
 * synced, then renamed into it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './folder-failure.ts';

/** Writes a file unless it holds just this already; makes its folder. */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const current = await readIfThere(path);
  if (current?.equals(bytes)) return;
  await intoPlace(path, async (temporary) => {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** Copies a file, sharing its blocks where the file system can. */
export async function copyAtomic(from: string, to: string): Promise<void> {
  await intoPlace(to, async (temporary) => {
    await copyFile(from, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await syncPath(temporary, 'r+');
  });
}

/** The file's bytes; null when there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** SHA-256 of a file, lower-case hex; null when there is no such file. */
export async function hashIfThere(path: string): Promise<string | null> {
  const bytes = await readIfThere(path);
  return bytes && sha256(bytes);
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Removes a folder if nothing is left in it. */
export async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    // ENOTEMPTY by another name on some systems; on Windows a folder shown in a file window is busy.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM'].includes(errorCode(error))) throw error;
  }
}

async function intoPlace(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  await mkdir(folder, { recursive: true });
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  // Windows keeps its folders safe by itself, and lets nobody open one.
  if (process.platform !== 'win32') await syncPath(folder, 'r');
}

async function syncPath(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
