/** Posts of a folder blog: reserve, find, fill, read, unpublish. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FillInput, RemotePost } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { chooseSlug, safeSlug } from './choose-slug.ts';
import { parseFolderContent } from './folder-content.ts';
import type { FolderPaths } from './folder-paths.ts';
import { placedFiles } from './placed-files.ts';
import { editedMarkdown } from './page-bundle.ts';
import { readSentContent, writeBody } from './post-body.ts';
import { postIdOf, readState, readStates, writeState, type PostState } from './post-state.ts';
import { settlePost } from './settle-post.ts';
import { pageFile } from './site/post-page.ts';

/** The post of an earlier `reserve`, also after it was filled: the marker stays. */
export async function findReserved(paths: FolderPaths, marker: string): Promise<PostState | null> {
  return settledState(paths, postIdOf(marker));
}

/** Makes the post known; it has no files before it is filled. Reserving twice makes one post. */
export async function reserve(
  paths: FolderPaths,
  marker: string,
  title: string,
  now: Date,
): Promise<PostState> {
  const id = postIdOf(marker);
  return (
    (await settledState(paths, id)) ??
    writeState(paths, {
      version: 1,
      id,
      marker,
      status: 'draft',
      title,
      excerpt: '',
      summary: '',
      language: 'en',
      slug: '',
      wantedSlug: '',
      categories: [],
      tags: [],
      featured: null,
      date: null,
      modified: now.toISOString(),
      files: {},
      body: null,
      replaces: null,
    })
  );
}

/** Writes the new state, then makes the files it speaks of. */
export async function fill(paths: FolderPaths, input: FillInput, now: Date): Promise<PostState> {
  const states = await readStates(paths);
  const stored = states.find(({ id }) => id === input.remoteId);
  if (!stored) throw notFound(input.remoteId);
  const current = await settlePost(paths, stored, states);
  const { content } = input;
  const sent = parseFolderContent(content.content);
  const wantedSlug = safeSlug(content.slug);
  const next: PostState = {
    ...current,
    ...timing(input, current, now),
    title: content.title,
    excerpt: content.excerpt,
    summary: sent.summary,
    language: sent.language,
    wantedSlug,
    slug: await chooseSlug(paths, wantedSlug, current, states),
    categories: [...content.categories],
    tags: [...content.tags],
    featured: content.featuredMedia && {
      fileName: content.featuredMedia.id,
      alt: sent.featuredAlt,
      width: content.featuredMedia.width,
      height: content.featuredMedia.height,
    },
    modified: now.toISOString(),
    body: await writeBody(paths, current.id, content.content),
    replaces: { slug: current.slug, files: current.files, body: current.body },
  };
  return commit(paths, { ...next, files: await placedFiles(paths, next, sent) }, states);
}

/** Takes the post off the site; its Markdown stays, marked as a draft. */
export async function unpublish(paths: FolderPaths, id: string, now: Date): Promise<PostState> {
  const current = await settledState(paths, id);
  if (!current) throw notFound(id);
  if (current.status === 'draft') return current;
  return changeStatus(paths, current, { status: 'draft', modified: now.toISOString() });
}

/** A change of status or date alone: the text stays, the front matter and the site follow. */
export async function changeStatus(
  paths: FolderPaths,
  current: PostState,
  change: Pick<PostState, 'status' | 'modified'>,
): Promise<PostState> {
  const { slug, files, body } = current;
  const next: PostState = { ...current, ...change, replaces: { slug, files, body } };
  const sent = body === null ? null : parseFolderContent(await readSentContent(paths, current));
  return commit(paths, sent ? { ...next, files: await placedFiles(paths, next, sent) } : next);
}

/** Null when there is no such post. Whatever a crash left half done is finished first. */
export async function settledState(paths: FolderPaths, id: string): Promise<PostState | null> {
  const state = await readState(paths, id);
  return state && settlePost(paths, state);
}

/** As the queue sees it. A text changed by hand in the folder is not what was sent, and says so. */
export async function toRemotePost(
  paths: FolderPaths,
  state: PostState,
  accountId: string,
): Promise<RemotePost> {
  const sent = await readSentContent(paths, state);
  const edited = await editedMarkdown(paths, state);
  return {
    id: state.id,
    status: state.status,
    slug: state.slug,
    title: state.title,
    content: edited === null ? sent : JSON.stringify({ ...parseFolderContent(sent), markdown: edited }),
    excerpt: state.excerpt,
    categoryIds: state.categories.map(({ id }) => id),
    tagIds: state.tags.map(({ id }) => id),
    featuredMediaId: state.featured?.fileName ?? null,
    permalink: pathToFileURL(join(paths.sitePosts, state.slug, pageFile)).href,
    openUrl: `/site/${accountId}/posts/${encodeURIComponent(state.slug)}/`,
    date: state.date,
    modified: state.modified,
  };
}

async function commit(
  paths: FolderPaths,
  state: PostState,
  states?: readonly PostState[],
): Promise<PostState> {
  return settlePost(paths, await writeState(paths, state), states);
}

/**
 * Status and date. A post that is live keeps its date unless told otherwise; one that goes live now, and was
 * a draft or scheduled before, has now. A time to come makes it scheduled, a time past published.
 */
function timing(
  { status, date }: FillInput,
  current: PostState,
  now: Date,
): Pick<PostState, 'status' | 'date'> {
  if (status === 'draft') return { status, date };
  if (status === 'scheduled' && date === null) {
    throw new ConnectorError('rejected', 'A scheduled post needs its time.', { mayHaveActed: false });
  }
  const kept = current.status === 'published' ? current.date : null;
  const when = new Date(date ?? kept ?? now);
  return { status: when > now ? 'scheduled' : 'published', date: when.toISOString() };
}

function notFound(id: string): ConnectorError {
  return new ConnectorError('not-found', `There is no post ${id} in the folder.`, { mayHaveActed: false });
}
