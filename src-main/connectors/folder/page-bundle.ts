/** The post as Markdown with its pictures beside it, in content/posts/<slug>/. */
import { mkdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { copyAtomic, hashIfThere, readIfThere, removeIfEmpty, sha256, writeAtomic } from './atomic-files.ts';
import type { FolderPaths } from './folder-paths.ts';
import type { PlacedPost, PostState } from './post-state.ts';

export const indexFile = 'index.md';

/** Makes the bundle. An index that was changed by hand since we wrote it is kept aside, not lost. */
export async function writeBundle(paths: FolderPaths, state: PostState, markdown: string): Promise<void> {
  const folder = join(paths.content, state.slug);
  // A picture that was changed by hand stays so.
  await placeMedia(paths, folder, state, (name, hash) => state.replaces?.files[name] === hash);
  const replaced = state.replaces?.slug === state.slug ? state.replaces.files[indexFile] : undefined;
  await keepIfChangedByHand(paths, state, join(folder, indexFile), [state.files[indexFile], replaced]);
  await writeAtomic(join(folder, indexFile), markdown);
}

/** Removes from the bundle what `old` placed and `state` does not: only files that are still as we wrote them. */
export async function removeOldBundle(paths: FolderPaths, state: PostState, old: PlacedPost): Promise<void> {
  if (old.slug === '') return;
  const folder = join(paths.content, old.slug);
  const stays = (name: string) => old.slug === state.slug && name in state.files;
  for (const [name, hash] of Object.entries(old.files)) {
    const path = join(folder, name);
    if (stays(name)) continue;
    if (name === indexFile) await keepIfChangedByHand(paths, state, path, [hash]);
    if ((await hashIfThere(path)) === hash) await unlink(path);
  }
  await removeIfEmpty(folder);
}

/**
 * Puts a post's pictures from the store of uploads into a folder. One that stands there with other bytes is
 * replaced only if `mayReplace` its hash.
 */
export async function placeMedia(
  paths: FolderPaths,
  folder: string,
  { files }: PlacedPost,
  mayReplace: (fileName: string, hash: string) => boolean,
): Promise<void> {
  for (const [fileName, wanted] of Object.entries(files)) {
    if (fileName === indexFile) continue;
    const there = await hashIfThere(join(folder, fileName));
    if (there === wanted || (there !== null && !mayReplace(fileName, there))) continue;
    await copyAtomic(join(paths.media, fileName), join(folder, fileName));
  }
}

export function mediaNames({ files }: PlacedPost): string[] {
  return Object.keys(files).filter((name) => name !== indexFile);
}

async function keepIfChangedByHand(
  paths: FolderPaths,
  { slug, modified }: PostState,
  path: string,
  ourHashes: readonly (string | undefined)[],
): Promise<void> {
  const hash = await hashIfThere(path);
  if (hash === null || ourHashes.includes(hash)) return;
  await mkdir(paths.kept, { recursive: true });
  await rename(path, join(paths.kept, `${slug}-${modified.replaceAll(':', '')}.md`));
}

/** The Markdown as it was changed by hand since we wrote it; null when it was not. */
export async function editedMarkdown(
  paths: FolderPaths,
  { slug, files }: PlacedPost,
): Promise<string | null> {
  const written = files[indexFile];
  if (written === undefined) return null;
  const bytes = await readIfThere(join(paths.content, slug, indexFile));
  return bytes === null || sha256(bytes) === written ? null : bytes.toString('utf8');
}
