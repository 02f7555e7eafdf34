/** What the finished site shows beside the posts themselves: its front, its feed and its style sheet. */
import { join } from 'node:path';
import { hashIfThere, sha256, writeAtomic } from '../atomic-files.ts';
import { readBlog, writeBlog } from '../blog-file.ts';
import type { FolderPaths } from '../folder-paths.ts';
import { readBody } from '../post-body.ts';
import type { PostState } from '../post-state.ts';
import { atomFeed, feedLength, type FeedEntry } from './atom-feed.ts';
import { indexPageHtml } from './index-page.ts';
import type { SiteLanguage } from './site-words.ts';
import { styleSheet } from './style-sheet.ts';

/** Writes them anew from all posts of the blog. */
export async function writeSharedPages(paths: FolderPaths, posts: readonly PostState[]): Promise<void> {
  const live = posts.filter(({ status }) => status === 'published').toSorted(newestFirst);
  const language = live[0]?.language ?? systemLanguage();
  const blog = await readBlog(paths);
  await writeStyle(paths);
  await writeAtomic(join(paths.site, 'index.html'), indexPageHtml(blog.title, language, live));
  const entries: FeedEntry[] = [];
  for (const post of live.slice(0, feedLength)) {
    const body = await readBody(paths, post);
    if (body) entries.push({ post, html: body.html });
  }
  await writeAtomic(join(paths.site, 'feed.xml'), atomFeed(blog, language, entries));
}

/** A style sheet that the author changed is theirs from then on. */
async function writeStyle(paths: FolderPaths): Promise<void> {
  const path = join(paths.site, 'style.css');
  const onDisk = await hashIfThere(path);
  const blog = await readBlog(paths);
  const ours = sha256(styleSheet);
  if (onDisk !== null && onDisk !== ours && onDisk !== blog.styleHash) return;
  await writeAtomic(path, styleSheet);
  if (blog.styleHash !== ours) await writeBlog(paths, { ...blog, styleHash: ours });
}

function newestFirst(a: PostState, b: PostState): number {
  return (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id);
}

/** For a blog that is still empty: later its newest post says. */
function systemLanguage(): SiteLanguage {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('pl') ? 'pl' : 'en';
}
