/**
 * What a folder blog remembers of each post: one small JSON file, the truth that content/ and site/ are made
 * from. It is written first, with what it replaces; once the files are made it is written again, settled.
 * So a crash at any point is mended by making the files again.
 */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { postLanguageSchema } from '#shared/document/post-document.ts';
import { ConnectorError } from '../connector-error.ts';
import { readIfThere, writeAtomic } from './atomic-files.ts';
import { errorCode } from './folder-failure.ts';
import type { FolderPaths } from './folder-paths.ts';

const termSchema = z.object({ id: z.string(), name: z.string() });

/** Files of ours in a page bundle, by name, with the SHA-256 we gave them: a different one was changed by hand. */
const filesSchema = z.record(z.string(), z.string());

/** The files of one version of a post. */
const placedSchema = z.object({
  slug: z.string(),
  files: filesSchema,
  /** Name of the file under bodies/ with what was sent; null before the post was first filled. */
  body: z.string().nullable(),
});
export type PlacedPost = z.infer<typeof placedSchema>;

export const postStateSchema = placedSchema.extend({
  version: z.literal(1),
  id: z.uuid(),
  marker: z.string(),
  status: z.enum(['draft', 'scheduled', 'published']),
  title: z.string(),
  excerpt: z.string(),
  /** For the index and the feed: the excerpt, or the first words. */
  summary: z.string(),
  language: postLanguageSchema,
  /** The slug that was asked for; `slug` may carry a number where it was taken. */
  wantedSlug: z.string(),
  categories: z.array(termSchema),
  tags: z.array(termSchema),
  featured: z
    .object({ fileName: z.string(), alt: z.string(), width: z.number(), height: z.number() })
    .nullable(),
  date: z.iso.datetime().nullable(),
  modified: z.iso.datetime(),
  /** The version whose files may still stand; null when content/ and site/ show this one. */
  replaces: placedSchema.nullable(),
});
export type PostState = z.infer<typeof postStateSchema>;

/** How many state files are read at a time. */
const readsAtOnce = 64;

/** The post id that belongs to a marker: always the same one, so that reserving twice makes one post. */
export function postIdOf(marker: string): string {
  const hex = createHash('sha256').update(marker).digest('hex');
  // RFC 9562, version 8: a UUID of our own making.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Null when there is no such post. */
export async function readState(paths: FolderPaths, id: string): Promise<PostState | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const path = join(paths.states, `${id}.json`);
  const bytes = await readIfThere(path);
  return bytes && parseState(bytes.toString('utf8'), path);
}

export async function writeState(paths: FolderPaths, state: PostState): Promise<PostState> {
  await writeAtomic(join(paths.states, `${state.id}.json`), `${JSON.stringify(state, null, 2)}\n`);
  return state;
}

/** Every post of the blog, in no order. Other files in the folder (a sync service's copies) are left out. */
export async function readStates(paths: FolderPaths): Promise<PostState[]> {
  const names = await namesIn(paths.states);
  const ids = names.map((name) => name.replace(/\.json$/, '')).filter((id) => z.uuid().safeParse(id).success);
  const states: PostState[] = [];
  for (let from = 0; from < ids.length; from += readsAtOnce) {
    const some = await Promise.all(ids.slice(from, from + readsAtOnce).map((id) => readState(paths, id)));
    states.push(...some.filter((state) => state !== null));
  }
  return states;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function parseState(text: string, path: string): PostState {
  try {
    return postStateSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ConnectorError('answer-unreadable', `${path} cannot be read: it was changed or damaged.`, {
      mayHaveActed: false,
      cause: error,
    });
  }
}
