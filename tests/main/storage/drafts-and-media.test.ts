import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { documentOf, temporaryLibrary } from './temporary-library.ts';

const freeze = (postId: string) => ({ postId, cause: 'published', author: 'Ala', device: 'test' }) as const;

describe('a draft', () => {
  test('is not overwritten by a save that grew from another version', () => {
    const { posts } = temporaryLibrary();
    const { postId, version } = posts.create(documentOf('A'));
    const saved = posts.saveDraft({ postId, baseVersion: version, document: documentOf('B') });
    expect(() => posts.saveDraft({ postId, baseVersion: version, document: documentOf('C') })).toThrow(
      expect.objectContaining({ code: 'draft-conflict' }),
    );
    expect(posts.draft(postId)).toMatchObject({ version: saved.version, document: { title: 'B' } });
  });

  test('the same saved again is the version it was, whatever it grew from', () => {
    const { posts } = temporaryLibrary();
    const { postId, version } = posts.create(documentOf('A'));
    const document = documentOf('B', 'Treść.');
    const saved = posts.saveDraft({ postId, baseVersion: version, document });
    expect(posts.saveDraft({ postId, baseVersion: version, document }).version).toBe(saved.version);
  });

  test('freezes into a revision that reads back, once while nothing changes', () => {
    const { posts, revisions } = temporaryLibrary();
    const { postId, document } = posts.create(
      documentOf('Zamrożony', '## Nagłówek\n\n- a\n- b', { tags: ['x'], slug: 'zamrozony' }),
    );
    const first = revisions.freeze(freeze(postId));
    expect(revisions.freeze(freeze(postId))).toEqual(first);
    expect(revisions.document(first.revisionId)).toEqual(document);
  });

  test('a revision whose bytes changed says so', () => {
    const { posts, revisions, db } = temporaryLibrary();
    const { postId } = posts.create(documentOf('Zamrożony'));
    const { revisionId } = revisions.freeze(freeze(postId));
    db.prepare("UPDATE revisions SET content_hash = 'x' WHERE id = ?").run(revisionId);
    expect(() => revisions.document(revisionId)).toThrow(
      expect.objectContaining({ code: 'library-damaged' }),
    );
  });
});

describe('a picture', () => {
  const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#2549b8' } });

  test('is stored once under its hash, untouched', async () => {
    const library = temporaryLibrary();
    const bytes = await picture().png().toBuffer();
    const first = await library.media.import(new Uint8Array(bytes), 'a.png');
    const again = await library.media.import(new Uint8Array(bytes), 'b.png');
    expect(first).toMatchObject({
      hash: createHash('sha256').update(bytes).digest('hex'),
      width: 40,
      height: 20,
      mime: 'image/png',
    });
    expect(again.hash).toBe(first.hash);
    expect(readFileSync(library.media.path(first.hash)).equals(bytes)).toBe(true);
    const files = readdirSync(join(library.folder, 'media'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    expect(files).toHaveLength(1);
  });

  test('that lies on its side is measured as it is seen', async () => {
    const { media } = temporaryLibrary();
    const bytes = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await media.import(new Uint8Array(bytes), 'obrócony.jpg')).toMatchObject({
      width: 20,
      height: 40,
    });
  });

  test.each([
    ['text that claims to be one', Buffer.from('nie obraz')],
    ['half of one', null],
    ['nothing', Buffer.alloc(0)],
    [
      'an SVG, which may carry scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
  ])('%s is refused', async (_what, given) => {
    const { media } = temporaryLibrary();
    const whole = await picture().png().toBuffer();
    const bytes = given ?? whole.subarray(0, 40);
    await expect(media.import(new Uint8Array(bytes), 'x.png')).rejects.toMatchObject({
      code: 'media-not-an-image',
    });
  });
});
