/** What pictures are taken in, and the copies that go to a blog. */
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { CodedError } from '#shared/contract/errors.ts';
import { slugify } from '#shared/document/slug.ts';

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** 16384 × 16384 in all frames together: beyond it a small file could ask for gigabytes of memory. */
const maxPixels = 16_384 ** 2;
/** What a picture of so many pixels takes unpacked at most; some kinds can only be unpacked as a whole. */
const maxUnpackedBytes = 4 * maxPixels;

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

/**
 * Says what picture these bytes are, by looking at them. CodedErrors: `media-not-an-image` when they are none we can
 * show and publish, `media-too-many-pixels`.
 */
export async function examinePicture(bytes: Uint8Array, fileName: string): Promise<PictureFacts> {
  return oneAtATime(async () => {
    try {
      const type = await fileTypeFromBuffer(bytes);
      if (!type || !(type.mime in extensions)) throw notAnImage(fileName);
      const { mime } = type;
      // Looks at the header alone, whatever size it claims.
      const header = await sharp(bytes, { ...openedAs(mime), limitInputPixels: false }).metadata();
      refuseTooManyPixels(header, fileName);
      // Decoding all of it, as for a copy, proves that the file is whole enough to be shown and published.
      await sharp(bytes, openedAs(mime)).resize(8, 8, { fit: 'fill' }).toBuffer();
      const { width, orientation } = header;
      const height = header.pageHeight ?? header.height;
      const turned = orientation !== undefined && orientation >= 5;
      return { mime, width: turned ? height : width, height: turned ? width : height };
    } catch (error) {
      throw error instanceof CodedError ? error : notAnImage(fileName, error);
    }
  });
}

/** A copy fit for the web: at most `maxWidth` wide, upright, in sRGB, without EXIF (so without the place it was taken). */
export async function makeWebCopy(
  original: Uint8Array,
  { hash, fileName, mime, maxWidth }: { hash: string; fileName: string; mime: string; maxWidth: number },
): Promise<WebCopy> {
  return oneAtATime(async () => {
    try {
      // Sharp leaves all metadata out unless it is asked to keep it.
      const { data, info } = await sharp(original, openedAs(mime))
        .autoOrient()
        .resize({ width: maxWidth, withoutEnlargement: true })
        .toBuffer({ resolveWithObject: true });
      const name = `${slugify(fileName.replace(/\.[^.]*$/, '')).slice(0, 60) || 'picture'}-${hash.slice(0, 16)}.${extensions[mime] ?? 'bin'}`;
      return { bytes: data, mime, width: info.width, height: info.pageHeight ?? info.height, fileName: name };
    } catch (error) {
      throw notAnImage(fileName, error);
    }
  });
}

/** How a picture is opened, taken in or copied: what can be taken in must be possible to copy. */
function openedAs(mime: string): SharpOptions {
  return {
    limitInputPixels: maxPixels,
    animated: mime === 'image/gif' || mime === 'image/webp',
    // Of what browsers show all the same, such as a scratch in a JPEG, a copy can be made too.
    failOn: 'truncated',
  };
}

function refuseTooManyPixels({ width, height, channels, depth }: Metadata, fileName: string): void {
  // `height` is that of all frames together.
  const unpacked = width * height * channels * (depth === 'uchar' ? 1 : 2);
  if (width * height <= maxPixels && unpacked <= maxUnpackedBytes) return;
  throw new CodedError('media-too-many-pixels', 'The picture has too many pixels.', { fileName });
}

let last: Promise<unknown> = Promise.resolve();

/** Pictures are unpacked one after another: each may take a gigabyte of memory. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

function notAnImage(fileName: string, cause?: unknown): CodedError {
  return new CodedError(
    'media-not-an-image',
    'This file is not a picture that can be shown on the web.',
    { fileName },
    { cause },
  );
}
