/** Pictures of a folder blog: uploads go to one store and are copied beside each post that shows them. */
import { join } from 'node:path';
import type { MediaUpload, RemoteMedia } from '../connector.ts';
import { asciiFileName } from '../media-file-name.ts';
import { hashIfThere, readIfThere, writeAtomic } from './atomic-files.ts';
import type { FolderPaths } from './folder-paths.ts';

export async function findMedia(paths: FolderPaths, upload: MediaUpload): Promise<RemoteMedia | null> {
  const bytes = await readIfThere(join(paths.media, asciiFileName(upload)));
  return bytes?.equals(upload.bytes) ? toRemoteMedia(upload) : null;
}

/** Storing the same picture again changes nothing. */
export async function uploadMedia(paths: FolderPaths, upload: MediaUpload): Promise<RemoteMedia> {
  await writeAtomic(join(paths.media, asciiFileName(upload)), upload.bytes);
  return toRemoteMedia(upload);
}

export async function missingMedia(paths: FolderPaths, media: readonly RemoteMedia[]): Promise<string[]> {
  const missing: string[] = [];
  for (const { id } of media) if ((await hashIfThere(join(paths.media, id))) === null) missing.push(id);
  return missing;
}

/** The address is the bare file name: the picture stands beside the page that shows it. */
function toRemoteMedia(upload: MediaUpload): RemoteMedia {
  const fileName = asciiFileName(upload);
  return { id: fileName, url: fileName, width: upload.width, height: upload.height };
}
