/** How an upload is named on a blog, so that it can be found again. */
import { slugify } from '#shared/document/slug.ts';
import type { MediaUpload } from './connector.ts';

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/** The part of a content hash that stands in the file name. */
export function hashMark(hash: string): string {
  return hash.slice(0, 16);
}

/** A file name every blog and file system takes: ASCII, `<words>-<hash mark>.<extension>`. */
export function asciiFileName({ fileName, hash, mime }: Pick<MediaUpload, 'fileName' | 'hash' | 'mime'>) {
  const mark = hashMark(hash);
  const dot = fileName.lastIndexOf('.');
  const stem = slugify((dot > 0 ? fileName.slice(0, dot) : fileName).replaceAll(mark, ' ')).slice(0, 60);
  const words = stem.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'image';
  const extension =
    extensions[mime] ??
    fileName
      .slice(dot + 1)
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
  return `${words}-${mark}.${extension || 'bin'}`;
}
