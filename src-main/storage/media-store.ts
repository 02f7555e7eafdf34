/** Pictures in the library: their rows here, their bytes in `media/`. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CodedError } from '#shared/contract/errors.ts';
import { maxMediaBytes } from '#shared/contract/limits.ts';
import type { MediaAsset } from '#shared/contract/media.ts';
import type { LibraryDatabase } from './database.ts';
import { codedFileError } from './file-errors.ts';
import { mediaPath, writeMediaFile } from './media-files.ts';
import { examinePicture, makeWebCopy, type WebCopy } from './picture.ts';

interface MediaRow {
  readonly hash: string;
  readonly file_name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly added_at: string;
}

export type MediaStore = ReturnType<typeof createMediaStore>;

export function createMediaStore(db: LibraryDatabase, folder: string, now: () => Date) {
  const select = db.prepare<[string], MediaRow>('SELECT * FROM media WHERE hash = ?');
  const insert = db.prepare(`
    INSERT OR IGNORE INTO media (hash, file_name, mime, bytes, width, height, added_at)
    VALUES (@hash, @fileName, @mime, @bytes, @width, @height, @addedAt)`);

  function find(hash: string): MediaAsset | null {
    const row = select.get(hash);
    return row ? toAsset(row) : null;
  }

  function get(hash: string): MediaAsset {
    const asset = find(hash);
    if (!asset) throw new CodedError('media-not-found', 'The library has no such picture.', { hash });
    return asset;
  }

  return {
    find,
    /** CodedError `media-not-found`. */
    get,
    path: (hash: string): string => mediaPath(folder, hash),

    /**
     * Takes a picture in; the same bytes are kept once. CodedErrors `media-not-an-image`, `media-too-large`,
     * `media-too-many-pixels`, `disk-full`, `library-read-only`.
     */
    async import(bytes: Uint8Array, fileName: string): Promise<MediaAsset> {
      if (bytes.byteLength > maxMediaBytes) {
        throw new CodedError('media-too-large', 'The picture is too large.', {
          bytes: bytes.byteLength,
          limit: maxMediaBytes,
        });
      }
      const hash = createHash('sha256').update(bytes).digest('hex');
      const facts = await examinePicture(bytes, fileName);
      await writeMediaFile(folder, hash, bytes).catch((error: unknown) => {
        throw codedFileError(error);
      });
      insert.run({ hash, fileName, bytes: bytes.byteLength, addedAt: now().toISOString(), ...facts });
      return get(hash);
    },

    /** A copy for the web, made now from the original; CodedError `media-not-found` when the file is gone. */
    async webCopy(hash: string, { maxWidth }: { readonly maxWidth: number }): Promise<WebCopy> {
      const { fileName, mime } = get(hash);
      const original = await readFile(mediaPath(folder, hash)).catch((error: unknown) => {
        throw new CodedError(
          'media-not-found',
          'The picture’s file is gone from the library.',
          { hash, fileName },
          { cause: error },
        );
      });
      return makeWebCopy(original, { hash, fileName, mime, maxWidth });
    },
  };
}

function toAsset({ file_name: fileName, added_at: addedAt, ...same }: MediaRow): MediaAsset {
  return { ...same, fileName, addedAt };
}
