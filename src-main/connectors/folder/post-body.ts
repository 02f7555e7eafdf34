/** What was last sent for a post, kept whole: pages are made from it, and the queue compares with it. */
import { join } from 'node:path';
import { ConnectorError } from '../connector-error.ts';
import { readIfThere, sha256, writeAtomic } from './atomic-files.ts';
import { parseFolderContent, type FolderContent } from './folder-content.ts';
import type { FolderPaths } from './folder-paths.ts';
import type { PostState } from './post-state.ts';

/** Keeps a version under its own name, so that the one before stays until the state names this one. */
export async function writeBody(paths: FolderPaths, id: string, content: string): Promise<string> {
  const name = `${id}-${sha256(content).slice(0, 16)}.json`;
  await writeAtomic(join(paths.bodies, name), content);
  return name;
}

/** Exactly what was sent; empty for a post that was never filled. */
export async function readSentContent(paths: FolderPaths, { body }: PostState): Promise<string> {
  if (body === null) return '';
  const bytes = await readIfThere(join(paths.bodies, body));
  if (bytes) return bytes.toString('utf8');
  throw new ConnectorError('answer-unreadable', `${join(paths.bodies, body)} is missing.`, {
    mayHaveActed: false,
  });
}

/** Null for a post that was never filled. */
export async function readBody(paths: FolderPaths, state: PostState): Promise<FolderContent | null> {
  return state.body === null ? null : parseFolderContent(await readSentContent(paths, state));
}
