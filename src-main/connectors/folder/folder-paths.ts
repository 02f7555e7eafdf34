/** Where a folder blog keeps what: the author's Markdown, the finished site, and our own state. */
import { join } from 'node:path';

/** The finished site of a folder blog: plain files that any browser or host can show. */
export function siteFolderOf(folder: string): string {
  return join(folder, 'site');
}
