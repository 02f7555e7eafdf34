/**
 * Where a folder blog keeps what. `content/` is the author's as much as ours: Markdown page bundles.
 * `site/` is made from it and can be put on any host. `.brulion/` is what we must remember.
 */
import { join } from 'node:path';

export interface FolderPaths {
  readonly root: string;
  /** Says that this folder is a blog of ours, and its title. */
  readonly blogFile: string;
  /** One small state file per post. */
  readonly states: string;
  /** What was last sent for each post, whole. */
  readonly bodies: string;
  /** Uploaded pictures, before and after they stand beside their posts. */
  readonly media: string;
  /** Files changed by hand that gave way to a newer version. */
  readonly kept: string;
  readonly content: string;
  readonly site: string;
  readonly sitePosts: string;
}

export function folderPaths(root: string): FolderPaths {
  const own = join(root, '.brulion');
  return {
    root,
    blogFile: join(own, 'blog.json'),
    states: join(own, 'posts'),
    bodies: join(own, 'bodies'),
    media: join(own, 'media'),
    kept: join(own, 'kept'),
    content: join(root, 'content', 'posts'),
    site: siteFolderOf(root),
    sitePosts: join(siteFolderOf(root), 'posts'),
  };
}

/** The finished site of a folder blog: plain files that any browser or host can show. */
export function siteFolderOf(folder: string): string {
  return join(folder, 'site');
}
