/** The slug a post gets in the folder: the wanted one, or numbered where that is taken. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { slugify } from '#shared/document/slug.ts';
import { errorCode } from './folder-failure.ts';
import type { FolderPaths } from './folder-paths.ts';
import type { PostState } from './post-state.ts';

/** Names that Windows keeps for devices, in any folder. */
const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const maxLength = 100;

/** What stands at a slug as a post of the author's own: a bundle's index, or the post as a single file. */
const bundleIndex = /^_?index\.(md|mdx|markdown|html?)$/i;

/** A slug that is a safe file name; `post` when nothing is left of it. */
export function safeSlug(wanted: string): string {
  const slug = slugify(wanted)
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return 'post';
  return reservedNames.test(slug) ? `${slug}-post` : slug;
}

/**
 * The first free one of `wanted`, `wanted-2`, … A post that was numbered keeps its number as long as the same
 * slug is wanted: addresses that readers know do not move by themselves.
 */
export async function chooseSlug(
  paths: FolderPaths,
  wanted: string,
  own: PostState,
  others: readonly PostState[],
): Promise<string> {
  if (own.slug !== '' && own.wantedSlug === wanted) return own.slug;
  const taken = new Set(
    others.flatMap(({ id, slug, replaces }) => (id === own.id ? [] : [slug, replaces?.slug ?? ''])),
  );
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (slug === own.slug) return slug;
    if (!taken.has(slug) && !(await heldByAuthor(paths, slug))) return slug;
  }
}

async function heldByAuthor(paths: FolderPaths, slug: string): Promise<boolean> {
  const bundle = await namesIn(join(paths.content, slug));
  const page = await namesIn(join(paths.sitePosts, slug));
  const single = (await namesIn(paths.content)).includes(`${slug}.md`);
  return single || bundle.some((name) => bundleIndex.test(name)) || page.includes('index.html');
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}
