/** Makes content/ and site/ show what a post's state says. Safe to run again from wherever it stopped. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeOldBundle, writeBundle } from './page-bundle.ts';
import { withFrontMatter } from './front-matter.ts';
import type { FolderPaths } from './folder-paths.ts';
import { readBody } from './post-body.ts';
import { readStates, writeState, type PostState } from './post-state.ts';
import { removeOldPage, writePage } from './site/post-page.ts';
import { writeSharedPages } from './site/shared-pages.ts';

/** The settled state. `others` are all posts of the blog, when they were read already. */
export async function settlePost(
  paths: FolderPaths,
  state: PostState,
  others?: readonly PostState[],
): Promise<PostState> {
  const { replaces } = state;
  if (replaces === null) return state;
  const body = await readBody(paths, state);
  if (body) {
    await writeBundle(paths, state, withFrontMatter(body.markdown, state));
    if (state.status === 'published') await writePage(paths, state, body);
  }
  const rest = (others ?? (await readStates(paths))).filter(({ id }) => id !== state.id);
  await writeSharedPages(paths, [...rest, state]);
  await removeOldPage(paths, state, replaces);
  await removeOldBundle(paths, state, replaces);
  const settled = await writeState(paths, { ...state, replaces: null });
  if (replaces.body !== null && replaces.body !== state.body) {
    await rm(join(paths.bodies, replaces.body), { force: true });
  }
  return settled;
}

/** Finishes what a crash left half done. */
export async function settleAll(paths: FolderPaths, states: readonly PostState[]): Promise<PostState[]> {
  const settled: PostState[] = [];
  for (const state of states) settled.push(await settlePost(paths, state, states));
  return settled;
}
