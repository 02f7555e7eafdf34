import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rm, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maxMediaBytes } from '#shared/contract/limits.ts';
import { createLibraryBed, type LibraryBed } from './library-bed.ts';
import { pictureIn } from './pictures.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const rows = () => bed.library.db.prepare('SELECT count(*) FROM media').pluck().get();
async function files(): Promise<string[]> {
  const entries = await readdir(join(bed.folder, 'media'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('a picture is named by its bytes, which are kept as they are', async () => {
  const bytes = await pictureIn('jpeg', { width: 60, height: 40 });
  const asset = await bed.library.media.import(bytes, 'Żółw.jpg');
  expect(asset).toEqual({
    hash: sha256(bytes),
    fileName: 'Żółw.jpg',
    mime: 'image/jpeg',
    bytes: bytes.byteLength,
    width: 60,
    height: 40,
    addedAt: '2026-03-01T12:00:00.000Z',
  });
  expect(Buffer.compare(await readFile(bed.library.media.path(asset.hash)), bytes)).toBe(0);
  bed.reopen();
  expect(bed.library.media.get(asset.hash)).toEqual(asset);
});

test('the same bytes are stored once, under the name they came with first', async () => {
  const bytes = await pictureIn('png');
  const { media } = bed.library;
  const first = await media.import(bytes, 'pierwsza.png');
  bed.at('2026-03-02T12:00:00.000Z');
  expect(await media.import(new Uint8Array(bytes), 'druga.png')).toEqual(first);
  const many = await Promise.all([1, 2, 3, 4].map((n) => media.import(bytes, `${n}.png`)));
  expect(many).toEqual([first, first, first, first]);
  expect(rows()).toBe(1);
  expect(await files()).toEqual([first.hash]);
});

test('the same new bytes at the same time are stored once too', async () => {
  const bytes = await pictureIn('png');
  const many = await Promise.all([1, 2, 3, 4].map((n) => bed.library.media.import(bytes, `${n}.png`)));
  expect(new Set(many.map((asset) => JSON.stringify(asset))).size).toBe(1);
  expect([rows(), await files()]).toEqual([1, [sha256(bytes)]]);
});

test('other bytes are another picture', async () => {
  const [red, blue] = [await pictureIn('png', { colour: 'red' }), await pictureIn('png', { colour: 'blue' })];
  await bed.library.media.import(red, 'a.png');
  await bed.library.media.import(blue, 'a.png');
  expect((await files()).toSorted()).toEqual([sha256(red), sha256(blue)].toSorted());
});

test('a file that is gone or was cut short is whole again once its picture is taken in again', async () => {
  const bytes = await pictureIn('png');
  const { media } = bed.library;
  const { hash } = await media.import(bytes, 'a.png');
  await truncate(media.path(hash), 10);
  await media.import(bytes, 'a.png');
  expect(sha256(await readFile(media.path(hash)))).toBe(hash);
  await rm(dirname(media.path(hash)), { recursive: true });
  await media.import(bytes, 'a.png');
  expect(sha256(await readFile(media.path(hash)))).toBe(hash);
});

test.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)(
  '%s is taken in, known by its bytes and not by its name',
  async (format) => {
    const asset = await bed.library.media.import(await pictureIn(format, { width: 31, height: 17 }), 'a.txt');
    expect(asset).toMatchObject({ mime: `image/${format}`, width: 31, height: 17 });
  },
);

test.each([
  [1, 60, 40],
  [3, 60, 40],
  [5, 40, 60],
  [6, 40, 60],
  [8, 40, 60],
])('turned as EXIF says: orientation %i is seen as %i × %i', async (orientation, width, height) => {
  const bytes = await pictureIn('jpeg', { width: 60, height: 40, orientation });
  const asset = await bed.library.media.import(bytes, 'a.jpg');
  expect(asset).toMatchObject({ width, height });
  expect(sha256(await readFile(bed.library.media.path(asset.hash)))).toBe(sha256(bytes));
});

describe('what is refused leaves nothing behind', () => {
  const kept = async () => [rows(), await files()];

  test.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('Zażółć gęślą jaźń')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['the beginning of a PNG alone', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])('%s, whatever its name', async (_, bytes) => {
    await expect(bed.library.media.import(bytes, 'a.png')).rejects.toMatchObject({
      name: 'CodedError',
      code: 'media-not-an-image',
      details: { fileName: 'a.png' },
    });
    expect(await kept()).toEqual([0, []]);
  });

  test('a picture of a kind the web does not show', async () => {
    const bytes = await pictureIn('tiff');
    await expect(bed.library.media.import(bytes, 'a.tiff')).rejects.toMatchObject({
      code: 'media-not-an-image',
    });
    expect(await kept()).toEqual([0, []]);
  });

  test.each(['png', 'jpeg'] as const)('a %s that was cut short', async (format) => {
    const whole = await pictureIn(format, { width: 400, height: 400 });
    const cut = whole.subarray(0, Math.floor(whole.byteLength / 2));
    await expect(bed.library.media.import(cut, 'a')).rejects.toMatchObject({ code: 'media-not-an-image' });
    expect(await kept()).toEqual([0, []]);
  });

  test('more bytes than are taken in', async () => {
    const bytes = new Uint8Array(maxMediaBytes + 1);
    await expect(bed.library.media.import(bytes, 'a.png')).rejects.toMatchObject({
      code: 'media-too-large',
      details: { bytes: maxMediaBytes + 1, limit: maxMediaBytes },
    });
    expect(await kept()).toEqual([0, []]);
  });
});

test('a picture that there is not is not found', () => {
  const hash = 'ab'.repeat(32);
  expect(bed.library.media.find(hash)).toBeNull();
  expect(() => bed.library.media.get(hash)).toThrow(
    expect.objectContaining({ code: 'media-not-found', details: { hash } }),
  );
  expect(existsSync(bed.library.media.path(hash))).toBe(false);
});
