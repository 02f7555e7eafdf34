import { readFile, rm, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';
import { pictureIn } from './pictures.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

test('a copy is upright, and tells nothing of who took it and where', async () => {
  const { media } = bed.library;
  const bytes = await pictureIn('jpeg', { width: 60, height: 40, orientation: 6 });
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const { hash } = await media.import(bytes, 'Żółw w Łodzi.JPG');
  const copy = await media.webCopy(hash, { maxWidth: 1_000 });
  expect(copy).toMatchObject({
    mime: 'image/jpeg',
    width: 40,
    height: 60,
    fileName: `zolw-w-lodzi-${hash.slice(0, 16)}.jpg`,
  });
  const { exif, orientation, width, height } = await sharp(copy.bytes).metadata();
  expect({ exif, orientation, width, height }).toEqual({
    exif: undefined,
    orientation: undefined,
    width: 40,
    height: 60,
  });
  expect(Buffer.compare(await readFile(media.path(hash)), bytes)).toBe(0);
});

test('a copy is as wide as asked at most, and never wider than the picture', async () => {
  const { media } = bed.library;
  const { hash } = await media.import(await pictureIn('png', { width: 300, height: 200 }), 'a.png');
  expect(await media.webCopy(hash, { maxWidth: 150 })).toMatchObject({ width: 150, height: 100 });
  expect(await media.webCopy(hash, { maxWidth: 3_000 })).toMatchObject({ width: 300, height: 200 });
});

test('what moves keeps moving, and is as high as one of its frames', async () => {
  const frames = await Promise.all(
    ['red', 'lime', 'blue'].map((colour) => pictureIn('png', { width: 30, height: 20, colour })),
  );
  const moving = await sharp(
    frames.map((frame) => Buffer.from(frame)),
    { join: { animated: true } },
  )
    .gif()
    .toBuffer();
  const { media } = bed.library;
  const asset = await media.import(moving, 'a.gif');
  expect(asset).toMatchObject({ width: 30, height: 20 });
  const copy = await media.webCopy(asset.hash, { maxWidth: 15 });
  expect(copy).toMatchObject({ mime: 'image/gif', width: 15, height: 10 });
  expect((await sharp(copy.bytes).metadata()).pages).toBe(3);
});

test('a name with nothing readable in it becomes one', async () => {
  const { media } = bed.library;
  const { hash } = await media.import(await pictureIn('webp'), '🐢.webp');
  expect((await media.webCopy(hash, { maxWidth: 100 })).fileName).toBe(`picture-${hash.slice(0, 16)}.webp`);
});

test('no copy of what is not there any more, or is no picture any more', async () => {
  const { media } = bed.library;
  const { hash } = await media.import(await pictureIn('png'), 'żółw.png');
  await writeFile(media.path(hash), 'zniszczone');
  await expect(media.webCopy(hash, { maxWidth: 100 })).rejects.toMatchObject({ code: 'media-not-an-image' });
  await rm(media.path(hash));
  await expect(media.webCopy(hash, { maxWidth: 100 })).rejects.toMatchObject({
    code: 'media-not-found',
    details: { hash, fileName: 'żółw.png' },
  });
  await expect(media.webCopy('ab'.repeat(32), { maxWidth: 100 })).rejects.toMatchObject({
    code: 'media-not-found',
  });
});
