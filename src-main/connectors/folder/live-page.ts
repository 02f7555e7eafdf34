/** Reads a post's page from the finished site on disk. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LivePage, RemotePost } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { imageReachable } from '../live-page/image-reachable.ts';
import { parseLivePage } from '../live-page/parse-live-page.ts';
import { readIfThere } from './atomic-files.ts';
import { errorCode } from './folder-failure.ts';
import type { FolderPaths } from './folder-paths.ts';
import { pageFile } from './site/post-page.ts';

/** ConnectorError `not-found` when the post has no page. Pictures of the site must be there as files. */
export async function readSitePage(
  paths: FolderPaths,
  post: RemotePost,
  signal: AbortSignal,
): Promise<LivePage> {
  const bytes = await readIfThere(join(paths.sitePosts, post.slug, pageFile));
  if (!bytes) throw new ConnectorError('not-found', 'The post has no page.', { mayHaveActed: false });
  const { images, ...article } = parseLivePage(bytes.toString('utf8'), post.permalink);
  return {
    url: post.permalink,
    ...article,
    images: await Promise.all(
      images.map(async (image) => ({ ...image, reachable: await reachable(image.url, signal) })),
    ),
  };
}

async function reachable(address: string, signal: AbortSignal): Promise<boolean | null> {
  const { protocol, host } = new URL(address);
  if (protocol !== 'file:') return imageReachable(address, signal);
  // `//host/picture` as seen from a disk: the web would ask that host, but a disk must not (on Windows it would sign in
  // at a share of that name).
  if (host !== '') return null;
  try {
    await access(fileURLToPath(address));
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
