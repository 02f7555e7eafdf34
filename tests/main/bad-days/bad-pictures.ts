/** Picture files as nobody should make them, by the byte. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** A picture in which no byte can be guessed from the one before, so that a cut or a scratch is one. */
export function noise(width: number, height: number, frames = 1) {
  const pixels = Buffer.alloc(width * height * frames * 3);
  for (let at = 0; at < pixels.length; at++) pixels[at] = Math.imul(at, 2_654_435_761) >>> 13;
  const raw = { width, height: height * frames, channels: 3 as const };
  return sharp(pixels, { raw: frames === 1 ? raw : { ...raw, pageHeight: height } });
}

/** A PNG that says it is so large; `rows` is all that comes of it, deflated. */
export function pngOf(
  { width, height, bits, colour, interlaced = false }: PngHeader,
  rows = Buffer.alloc(1_000),
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour === 'grey' ? 0 : 6, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 8 | 16;
  readonly colour: 'grey' | 'rgba';
  readonly interlaced?: boolean;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([ascii(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}

/** A GIF of so many frames with one pixel in each, whatever size it says it is. */
export function gifOf(width: number, height: number, frames = 1): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const frame = Buffer.concat([
    Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 2, 0x4c, 0x01, 0]),
  ]);
  const palette = Buffer.from([0, 0, 0, 255, 255, 255]);
  return Buffer.concat([
    ascii('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0]),
    palette,
    ...Array.from({ length: frames }, () => frame),
    ascii(';'),
  ]);
}

/** A WebP whose header says it is as large as can be said: 16,777,216 × 16,777,216. */
export async function webpThatClaims(): Promise<Buffer> {
  const still = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .webp({ lossless: true })
    .toBuffer();
  const extended = Buffer.alloc(18, 0xff);
  extended.write('VP8X', 0, 'latin1');
  extended.writeUInt32LE(10, 4);
  extended.fill(0, 8, 12);
  const body = Buffer.concat([ascii('WEBP'), extended, still.subarray(12)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length, 0);
  return Buffer.concat([ascii('RIFF'), length, body]);
}

export type Refusal = 'media-too-many-pixels' | 'media-not-an-image';

/** Files that ask for gigabytes of memory, each of them small; and what is said of them. */
export async function bombs(): Promise<[name: string, bytes: Buffer, refusal: Refusal][]> {
  const all = Buffer.alloc((1 + 50_000 / 8) * 50_000);
  const wide = { width: 50_000, height: 50_000 };
  const deep = { width: 16_384, height: 16_384, bits: 16, colour: 'rgba', interlaced: true } as const;
  const tooMany = 'media-too-many-pixels';
  return [
    ['a PNG of 50,000 × 50,000 that is all there', pngOf({ ...wide, bits: 1, colour: 'grey' }, all), tooMany],
    ['a PNG that only says it is that large', pngOf({ ...wide, bits: 8, colour: 'rgba' }), tooMany],
    ['an interlaced PNG of 2 GB', pngOf(deep), tooMany],
    ['a GIF of 65,535 × 65,535', gifOf(65_535, 65_535), tooMany],
    ['a GIF of a thousand large frames', gifOf(4_000, 4_000, 1_000), tooMany],
    // Its own library refuses it.
    ['a WebP that says it is as large as can be', await webpThatClaims(), 'media-not-an-image'],
  ];
}

/** A zip archive's end, and a page with a script: what may hang on a picture that is one. */
export const tail = Buffer.concat([
  ascii('<script>alert(1)</script>'),
  ascii('PK\u0005\u0006'),
  Buffer.alloc(18),
]);
