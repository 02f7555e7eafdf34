/** Pictures that are broken, that lie, or that would eat the machine: what is taken in can be shown and published. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLibraryBed, type LibraryBed } from '../storage/library-bed.ts';
import { pictureIn } from '../storage/pictures.ts';
import { bombs, noise, tail } from './bad-pictures.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const take = (bytes: Uint8Array, fileName = 'a.jpg') => bed.library.media.import(bytes, fileName);

/** Rows and files of the library's pictures. */
async function kept(): Promise<[number, number]> {
  const entries = await readdir(join(bed.folder, 'media'), { recursive: true, withFileTypes: true });
  const rows = bed.library.db.prepare('SELECT count(*) FROM media').pluck().get() as number;
  return [rows, entries.filter((entry) => entry.isFile()).length];
}

function scratched(bytes: Buffer, at: number, length = 20): Buffer {
  const copy = Buffer.from(bytes);
  const from = Math.floor(copy.length * at);
  for (let byte = from; byte < from + length; byte++) copy[byte] = 0xff - ((byte * 7) & 0x7f);
  return copy;
}

test.each(await bombs())(
  '%s is refused without being unpacked, and nothing of it is kept',
  async (_name, bytes, code) => {
    await expect(take(bytes)).rejects.toMatchObject({ name: 'CodedError', code });
    expect(await kept()).toEqual([0, 0]);
  },
);

test('pictures that take a lot of memory are unpacked one after another', async () => {
  const large = await sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: 'red' } })
    .jpeg({ progressive: true })
    .toBuffer();
  const pictures = Array.from({ length: 4 }, (_picture, at) => Buffer.concat([large, Buffer.from([at])]));
  const before = sharp.counters();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, sharp.counters().process - before.process)), 5);
  await Promise.all(pictures.map((bytes) => take(bytes)));
  clearInterval(watch);
  expect(most).toBe(1);
  expect(await kept()).toEqual([4, 4]);
});

describe('broken in the middle', () => {
  test('a JPEG with a scratch, which every browser shows, is taken in and can be published', async () => {
    const whole = await noise(300, 200).jpeg().toBuffer();
    for (const at of [0.3, 0.6, 0.9]) {
      const asset = await take(scratched(whole, at));
      expect(asset).toMatchObject({ width: 300, height: 200 });
      expect(await bed.library.media.webCopy(asset.hash, { maxWidth: 150 })).toMatchObject({ width: 150 });
    }
  });

  test('a GIF with a broken later frame is refused now, not when it is to be published', async () => {
    const whole = await noise(60, 40, 5)
      .gif({ delay: [90, 90, 90, 90, 90] })
      .toBuffer();
    await expect(take(scratched(whole, 0.6, 60))).rejects.toMatchObject({ code: 'media-not-an-image' });
    expect(await kept()).toEqual([0, 0]);
  });

  test.each(['png', 'jpeg', 'gif', 'webp', 'avif'] as const)(
    'a %s cut anywhere is refused, or can be published',
    async (format) => {
      const whole = await noise(120, 80).toFormat(format).toBuffer();
      for (const part of [0.02, 0.2, 0.5, 0.8, 0.98]) {
        const outcome = await take(whole.subarray(0, Math.floor(whole.length * part))).then(
          ({ hash }) => hash,
          ({ code }: { code: string }) => code,
        );
        if (outcome !== 'media-not-an-image') await bed.library.media.webCopy(outcome, { maxWidth: 60 });
      }
      const [rows, files] = await kept();
      expect(files).toBe(rows);
    },
  );
});

describe('what hangs on a picture', () => {
  test.each(['png', 'jpeg', 'gif', 'webp'] as const)(
    'stays in the original of a %s, and never reaches the blog',
    async (format) => {
      const bytes = Buffer.concat([await noise(40, 30).toFormat(format).toBuffer(), tail]);
      const { hash, mime } = await take(bytes, 'page.html');
      expect(mime).toBe(`image/${format}`);
      expect(sha256(await readFile(bed.library.media.path(hash)))).toBe(hash);
      const copy = await bed.library.media.webCopy(hash, { maxWidth: 2_000 });
      expect(copy.fileName).toMatch(/^page-[0-9a-f]{16}\.(png|jpg|gif|webp)$/);
      expect(Buffer.from(copy.bytes).includes('<script')).toBe(false);
      expect(Buffer.from(copy.bytes).includes('PK\u0005\u0006')).toBe(false);
    },
  );

  test.each([
    ['a page that begins like a picture', Buffer.concat([Buffer.from('GIF89a=1;'), tail])],
    ['a zip archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60), tail])],
    [
      'a drawing with a script',
      Buffer.from(`<?xml version="1.0"?><svg onload="alert(1)">${'x'.repeat(500)}`),
    ],
    ['a JPEG’s first bytes and a page', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), tail])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is no picture, whatever it is called', async (_name, bytes) => {
    await expect(take(bytes)).rejects.toMatchObject({ code: 'media-not-an-image' });
    expect(await kept()).toEqual([0, 0]);
  });
});

test('a moving picture goes on moving, a turned one stands upright', async () => {
  const moving = await noise(60, 40, 4)
    .gif({ delay: [90, 90, 90, 90] })
    .toBuffer();
  const asset = await take(moving);
  expect(asset).toMatchObject({ width: 60, height: 40, mime: 'image/gif' });
  const copy = await bed.library.media.webCopy(asset.hash, { maxWidth: 30 });
  expect((await sharp(copy.bytes).metadata()).pages).toBe(4);

  const turned = await take(await pictureIn('jpeg', { width: 60, height: 40, orientation: 6 }));
  expect(turned).toMatchObject({ width: 40, height: 60 });
  expect(await bed.library.media.webCopy(turned.hash, { maxWidth: 20 })).toMatchObject({
    width: 20,
    height: 30,
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
