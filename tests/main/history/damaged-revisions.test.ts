/** A damaged revision stands for nothing: not for the draft, not for a text that is to be kept, not for one that may go. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recoverText } from '#main/history/recover-text.ts';
import { restoreRevision } from '#main/history/restore-revision.ts';
import { oldRevisions } from '#main/history/thin-revisions.ts';
import type { RevisionCause } from '#shared/contract/history.ts';
import { createLibraryBed, type LibraryBed } from '../storage/library-bed.ts';
import { documentOf } from '../storage/temporary-library.ts';

const who = { author: 'Ala', device: 'test' };
let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const long = (text: string) => `${text}. ${'Słowa, słowa. '.repeat(300)}`;
const version = (postId: string) => bed.library.posts.draft(postId).version;
const save = (postId: string, title: string) =>
  bed.library.posts.saveDraft({
    postId,
    baseVersion: version(postId),
    document: documentOf(title, long(title)),
  });
const freeze = (postId: string, cause: RevisionCause = 'checkpoint', name = '') =>
  bed.library.revisions.freeze({ postId, cause, name, ...who }).revisionId;
const damage = (id: string) =>
  bed.library.db.prepare('UPDATE revisions SET document = ? WHERE id = ?').run(Buffer.from('zniszczone'), id);
const titleOf = (id: string) => bed.library.revisions.document(id).title;

/** A post with a revision of each title; the draft says the last. */
function write(...titles: readonly string[]): { readonly postId: string; readonly ids: string[] } {
  const { postId } = bed.library.posts.create(documentOf('', ''));
  const ids = titles.map((title) => {
    save(postId, title);
    return freeze(postId);
  });
  return { postId, ids };
}

test('what the draft was can be gone back to, though the newest revision that said it is damaged', () => {
  const { postId, ids } = write('Pierwszy', 'Drugi');
  damage(ids[1]!);
  const request = { postId, revisionId: ids[0]!, baseVersion: version(postId), document: null, ...who };
  const { before } = restoreRevision(bed.library, request);
  expect(before).not.toBe(ids[1]);
  expect(titleOf(before)).toBe('Drugi');
});

test('a recovered text is taken in though a damaged revision says the same', () => {
  const { postId, ids } = write('Pierwszy', 'Odzyskany', 'Trzeci');
  const document = documentOf('Odzyskany', long('Odzyskany'));
  expect(recoverText(bed.library, { postId, document, ...who }).revisionId).toBeNull();
  damage(ids[1]!);
  const { revisionId } = recoverText(bed.library, { postId, document, ...who });
  expect(titleOf(revisionId!)).toBe('Odzyskany');
});

test.each<[RevisionCause, string]>([
  ['published', ''],
  ['named', 'Ważna'],
  ['sent', ''],
])('one that is %s is frozen anew', (cause, name) => {
  const { postId } = write('Wpis');
  const first = freeze(postId, cause, name);
  damage(first);
  const again = freeze(postId, cause, name);
  expect(again).not.toBe(first);
  expect(titleOf(again)).toBe('Wpis');
});

test('a revision whose base is missing is damaged, and writing goes on', () => {
  const { postId, ids } = write('Pierwszy', 'Drugi');
  bed.library.db.prepare('DELETE FROM revisions WHERE id = ?').run(ids[0]);
  expect(() => titleOf(ids[1]!)).toThrow(expect.objectContaining({ code: 'revision-damaged' }));
  expect(bed.library.revisions.view(ids[1]!).isDamaged).toBe(true);
  save(postId, 'Trzeci');
  expect(titleOf(freeze(postId, 'published'))).toBe('Trzeci');
});

test('one that is found damaged when it is to be restored is noted as such', () => {
  const { postId, ids } = write('Pierwszy', 'Drugi');
  damage(ids[0]!);
  const request = { postId, revisionId: ids[0]!, baseVersion: version(postId), document: null, ...who };
  expect(() => restoreRevision(bed.library, request)).toThrow(
    expect.objectContaining({ code: 'revision-damaged' }),
  );
  expect(bed.library.revisions.view(ids[0]!).isDamaged).toBe(true);
  expect(bed.library.posts.draft(postId).document.title).toBe('Drugi');
});

test('no bit that flips goes unnoticed, or is told as anything but damage', () => {
  const { ids } = write('Pierwszy', 'Drugi');
  const row = bed.library.db.prepare<[string], Buffer>('SELECT document FROM revisions WHERE id = ?').pluck();
  const put = bed.library.db.prepare('UPDATE revisions SET document = ? WHERE id = ?');
  const bytes = row.get(ids[0]!)!;
  const wrong = new Set<string>();
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    put.run(flipped, ids[0]);
    for (const [at, id] of ids.entries()) {
      try {
        // Some bits say nothing (a frame's unused ones): then the document is what it was.
        if (titleOf(id) !== ['Pierwszy', 'Drugi'][at]) wrong.add(`${bit}: another text`);
      } catch (error) {
        const code = (error as { code?: string }).code ?? String(error);
        if (code !== 'revision-damaged') wrong.add(`${bit}: ${code}`);
      }
    }
  }
  expect([...wrong]).toEqual([]);
});

describe('thinning', () => {
  /** As many checkpoints in one hour of an old day as hang on one full copy, and one of today. */
  function oldDay(): { readonly postId: string; readonly ids: readonly string[] } {
    const { postId } = bed.library.posts.create(documentOf('', ''));
    const put = (title: string, at: number) => {
      bed.at(new Date(at).toISOString());
      save(postId, title);
      return freeze(postId);
    };
    const ids = Array.from({ length: 25 }, (_, at) => put(`${at}`, Date.UTC(2026, 0, 7, 10, at)));
    put('Dziś', Date.UTC(2026, 11, 1));
    return { postId, ids };
  }
  const thin = () =>
    oldRevisions(bed.library, new Date('2026-12-02T00:00:00.000Z')).map((each) =>
      bed.library.revisions.thin(each),
    );
  const readable = (postId: string) =>
    bed.library.revisions
      .page(postId, 0, 100)
      .items.flatMap(({ id, isDamaged }) => (isDamaged ? [] : [titleOf(id)]));

  test.each([
    ['that was noticed', (id: string) => void attempt(() => titleOf(id))],
    ['that nobody noticed yet', () => {}],
  ])('keeps a readable one of every stretch, and the damaged one %s', (_which, notice) => {
    const { postId, ids } = oldDay();
    const newest = ids.at(-1)!;
    damage(newest);
    notice(newest);
    thin();
    // What was found only now is left out when thinning looks again.
    thin();
    expect(readable(postId)).toEqual(['Dziś', '23']);
    expect(bed.library.revisions.view(newest).isDamaged).toBe(true);
  });
});

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
