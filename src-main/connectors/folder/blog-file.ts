/** The file that says that a folder is a blog of ours, and what the blog is called. */
import { z } from 'zod';
import { ConnectorError } from '../connector-error.ts';
import { readIfThere, writeAtomic } from './atomic-files.ts';
import type { FolderPaths } from './folder-paths.ts';

const blogSchema = z.object({
  version: z.literal(1),
  /** Names the feed for good. */
  id: z.uuid(),
  title: z.string(),
  /** SHA-256 of the style sheet as we last wrote it; another one on disk is the author's own. */
  styleHash: z.string().nullable(),
});
export type FolderBlog = z.infer<typeof blogSchema>;

/**
 * ConnectorError `folder-not-writable` when it is not there: a folder on a disk that is not plugged in must
 * not be made anew in its place.
 */
export async function readBlog(paths: FolderPaths): Promise<FolderBlog> {
  const bytes = await readIfThere(paths.blogFile);
  if (!bytes) {
    throw new ConnectorError('folder-not-writable', `${paths.root}: the folder is gone`, {
      mayHaveActed: false,
      serverCode: 'ENOENT',
      serverMessage: 'the folder is gone',
    });
  }
  try {
    return blogSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new ConnectorError('answer-unreadable', `${paths.blogFile} cannot be read.`, {
      mayHaveActed: false,
      cause: error,
    });
  }
}

export async function writeBlog(paths: FolderPaths, blog: FolderBlog): Promise<void> {
  await writeAtomic(paths.blogFile, `${JSON.stringify(blog, null, 2)}\n`);
}
