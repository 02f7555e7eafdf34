import sharp from 'sharp';
import type { Library } from '#main/storage/library.ts';

/** Puts a picture into the library that is like no other of another number; answers its hash. */
export async function addNumberedPicture(library: Library, number: number): Promise<string> {
  const background = { r: number & 255, g: (number >> 8) & 255, b: (number >> 16) & 255 };
  const bytes = await sharp({ create: { width: 24, height: 16, channels: 3, background } })
    .png()
    .toBuffer();
  return (await library.media.import(new Uint8Array(bytes), 'próba.png')).hash;
}
