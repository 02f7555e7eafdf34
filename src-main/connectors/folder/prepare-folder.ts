/** Making a folder a blog. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, normalize } from 'node:path';
import { mkdir, readdir } from 'node:fs/promises';
import { CodedError } from '#shared/contract/errors.ts';
import { ConnectorError } from '../connector-error.ts';
import { readIfThere } from './atomic-files.ts';
import { writeBlog } from './blog-file.ts';
import { errorCode, reasonOf } from './folder-failure.ts';
import { folderPaths, type FolderPaths } from './folder-paths.ts';
import { inTurn } from './folder-turns.ts';
import { readStates } from './post-state.ts';
import { generatorMark } from './site/page-frame.ts';
import { writeSharedPages } from './site/shared-pages.ts';

export interface PreparedFolder {
  /** Absolute path: the account's address. */
  readonly address: string;
  readonly settings: { readonly folder: string };
}

/**
 * Makes the folder where it is missing, and in it an empty blog; a blog of ours that is there already stays as
 * it is, and so does every file of the author's. CodedError `address-invalid` for a path that cannot be meant,
 * `folder-not-writable` with the `reason` in its details.
 */
export async function prepareFolder(typed: string, title?: string): Promise<PreparedFolder> {
  const folder = absolutePath(typed);
  const paths = folderPaths(folder);
  return inTurn(folder, async () => {
    try {
      await mkdir(paths.content, { recursive: true });
      if (!(await readIfThere(paths.blogFile))) {
        await refuseForeignSite(paths);
        const name = title ?? basename(folder);
        await writeBlog(paths, { version: 1, id: randomUUID(), title: name, styleHash: null });
      }
      await writeSharedPages(paths, await readStates(paths));
      return { address: folder, settings: { folder } };
    } catch (error) {
      if (error instanceof ConnectorError) throw notUsable(folder, error.message, error);
      if (errorCode(error) === '') throw error;
      throw notUsable(folder, reasonOf(error), error);
    }
  });
}

function absolutePath(typed: string): string {
  const path = normalize(typed.trim().replace(/^~(?=$|[\\/])/, homedir()));
  if (!isAbsolute(path) || path.includes('\0')) {
    throw new CodedError('address-invalid', 'A folder is named by its whole path.', { address: typed });
  }
  return path;
}

/** `site/` is ours to write; one that somebody else filled must not be written over. */
async function refuseForeignSite(paths: FolderPaths): Promise<void> {
  const front = await readIfThere(join(paths.site, 'index.html'));
  if (front?.includes(generatorMark)) return;
  await mkdir(paths.site, { recursive: true });
  if ((await readdir(paths.site)).length > 0) {
    throw notUsable(paths.root, 'its folder “site” holds something else already');
  }
}

function notUsable(folder: string, reason: string, cause?: unknown): CodedError {
  const message = `${folder}: ${reason}`;
  return new CodedError('folder-not-writable', message, { folder, reason }, { cause });
}
