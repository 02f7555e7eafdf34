/** Work in a folder blog: one at a time, never in a folder that is gone, every failure a ConnectorError. */
import { ConnectorError } from '../connector-error.ts';
import { folderFailure } from './folder-failure.ts';
import { folderPaths, type FolderPaths } from './folder-paths.ts';
import { inTurn } from './folder-turns.ts';
import { readBlog, writeBlog } from './blog-file.ts';

/** Runs `work` in the folder. The blog is given its current title when there is a new one. */
export async function inFolder<T>(
  folder: string,
  work: (paths: FolderPaths) => Promise<T>,
  { title, signal }: { readonly title?: string; readonly signal?: AbortSignal } = {},
): Promise<T> {
  const paths = folderPaths(folder);
  return inTurn(folder, async () => {
    // Checked when its turn has come; the work itself is short and is finished once begun.
    if (signal?.aborted)
      throw new ConnectorError('aborted', 'Given up before it began.', { mayHaveActed: false });
    try {
      const blog = await readBlog(paths);
      if (title !== undefined && title !== blog.title) await writeBlog(paths, { ...blog, title });
      return await work(paths);
    } catch (error) {
      throw folderFailure(error, folder);
    }
  });
}
