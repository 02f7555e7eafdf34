/** A folder as a blog: Markdown for the author, a finished site for readers, and no server at all. */
import { z } from 'zod';
import { folderCapabilities } from '../capabilities.ts';
import type { Connector, RemotePost } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import type { ConnectorAccount } from '../connector-account.ts';
import { readSitePage } from './live-page.ts';
import { renderForFolder } from './folder-content.ts';
import { findMedia, missingMedia, uploadMedia } from './folder-media.ts';
import type { FolderPaths } from './folder-paths.ts';
import * as posts from './folder-posts.ts';
import { termNamed, usedTerms } from './folder-terms.ts';
import { safeSlug } from './choose-slug.ts';
import { inFolder } from './open-folder.ts';
import { readStates, type PostState } from './post-state.ts';
import { settleAll } from './settle-post.ts';

const settingsSchema = z.object({ folder: z.string().min(1) });

export function createFolderConnector(account: ConnectorAccount, now = () => new Date()): Connector {
  const { folder } = settingsSchema.parse(account.settings);
  const run = <T>(signal: AbortSignal, work: (paths: FolderPaths) => Promise<T>) =>
    inFolder(folder, work, { title: account.name, signal });

  function seen(paths: FolderPaths, state: PostState): Promise<RemotePost>;
  function seen(paths: FolderPaths, state: PostState | null): Promise<RemotePost | null>;
  async function seen(paths: FolderPaths, state: PostState | null): Promise<RemotePost | null> {
    return state && posts.toRemotePost(paths, state, account.id);
  }

  return {
    kind: 'folder',
    capabilities: folderCapabilities,

    verify: (signal) =>
      run(signal, async (paths) => {
        await settleAll(paths, await readStates(paths));
        return { name: account.name, address: folder, userName: null };
      }),
    terms: (taxonomy, query, signal) =>
      run(signal, async (paths) => usedTerms(await readStates(paths), taxonomy, query)),
    ensureTerm: (taxonomy, name, signal) =>
      run(signal, async (paths) => termNamed(await readStates(paths), taxonomy, name)),

    findMedia: (upload, signal) => run(signal, (paths) => findMedia(paths, upload)),
    uploadMedia: (upload, signal) => run(signal, (paths) => uploadMedia(paths, upload)),
    missingMedia: (media, signal) => run(signal, (paths) => missingMedia(paths, media)),

    findReserved: (marker, signal) =>
      run(signal, async (paths) => seen(paths, await posts.findReserved(paths, marker))),
    reserve: (marker, title, signal) =>
      run(signal, async (paths) => seen(paths, await posts.reserve(paths, marker, title, now()))),
    render: renderForFolder,
    fill: (input, signal) => run(signal, async (paths) => seen(paths, await posts.fill(paths, input, now()))),
    read: (remoteId, signal) =>
      run(signal, async (paths) => seen(paths, await posts.settledState(paths, remoteId))),
    findBySlug: (slug, exceptId, signal) =>
      run(signal, async (paths) => {
        const wanted = safeSlug(slug);
        const states = await readStates(paths);
        return seen(paths, states.find((state) => state.slug === wanted && state.id !== exceptId) ?? null);
      }),
    unpublish: (remoteId, signal) =>
      run(signal, async (paths) => seen(paths, await posts.unpublish(paths, remoteId, now()))),

    readLivePage: (post, signal) => run(signal, (paths) => readSitePage(paths, post, signal)),
    async ping(signal) {
      try {
        await run(signal, async () => undefined);
        return true;
      } catch (error) {
        if (error instanceof ConnectorError) return false;
        throw error;
      }
    },
  };
}
