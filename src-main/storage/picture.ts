/** What pictures are taken in, and the copies that go to a blog. */
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { CodedError } from '#shared/contract/errors.ts';
import { slugify } from '#shared/document/slug.ts';

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** 16384 × 16384: beyond it a small file could ask for gigabytes of memory. */
const maxPixels = 16_384 ** 2;

export interface PictureFacts {
  readonly mime: string;
  /** Pixels, as seen. */
  readonly width: number;
  readonly height: number;
}

export interface WebCopy extends PictureFacts {
  readonly bytes: Uint8Array;
  /** Readable, ASCII, with the first 16 hex digits of the original's hash. */
  readonly fileName: string;
}

/** Says what picture these bytes are, by looking at them; CodedError `media-not-an-image` when they are none we can show. */
export async function examinePicture(bytes: Uint8Array, fileName: string): Promise<PictureFacts> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !(type.mime in extensions)) throw notAnImage(fileName);
  try {
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
    const { width, height, orientation } = await image.metadata();
    // Decoding a thumbnail's worth proves that the file is whole enough to be shown.
    await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'truncated' })
      .resize(8, 8, { fit: 'fill' })
      .toBuffer();
    const turned = orientation !== undefined && orientation >= 5;
    return { mime: type.mime, width: turned ? height : width, height: turned ? width : height };
  } catch (error) {
    throw notAnImage(fileName, error);
  }
}

/** A copy fit for the web: at most `maxWidth` wide, upright, in sRGB, without EXIF (so without the place it was taken). */
export async function makeWebCopy(
  original: Uint8Array,
  { hash, fileName, mime, maxWidth }: { hash: string; fileName: string; mime: string; maxWidth: number },
): Promise<WebCopy> {
  const animated = mime === 'image/gif' || mime === 'image/webp';
  try {
    // Sharp leaves all metadata out unless it is asked to keep it.
    const { data, info } = await sharp(original, { limitInputPixels: maxPixels, animated })
      .autoOrient()
      .resize({ width: maxWidth, withoutEnlargement: true })
      .toBuffer({ resolveWithObject: true });
    const name = `${slugify(fileName.replace(/\.[^.]*$/, '')).slice(0, 60) || 'picture'}-${hash.slice(0, 16)}.${extensions[mime] ?? 'bin'}`;
    return { bytes: data, mime, width: info.width, height: info.pageHeight ?? info.height, fileName: name };
  } catch (error) {
    throw notAnImage(fileName, error);
  }
}

function notAnImage(fileName: string, cause?: unknown): CodedError {
  return new CodedError(
    'media-not-an-image',
    'This file is not a picture that can be shown on the web.',
    { fileName },
    { cause },
  );
}
