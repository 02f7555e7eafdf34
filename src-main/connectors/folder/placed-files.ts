import { join } from 'node:path';
import { ConnectorError } from '../connector-error.ts';
import { hashIfThere, sha256 } from './atomic-files.ts';
import type { FolderContent } from './folder-content.ts';
import type { FolderPaths } from './folder-paths.ts';
import { withFrontMatter } from './front-matter.ts';
import { indexFile } from './page-bundle.ts';
import type { PostState } from './post-state.ts';

/** The files this version of a post will have, by name, with their hashes: known before any is written. */
export async function placedFiles(
  paths: FolderPaths,
  state: PostState,
  sent: FolderContent,
): Promise<Record<string, string>> {
  const files: Record<string, string> = { [indexFile]: sha256(withFrontMatter(sent.markdown, state)) };
  for (const name of sent.media) {
    const hash = await hashIfThere(join(paths.media, name));
    if (hash === null) {
      throw new ConnectorError('rejected', `The picture ${name} is not in the folder any more.`, {
        mayHaveActed: false,
        serverCode: 'media-missing',
      });
    }
    files[name] = hash;
  }
  return files;
}
