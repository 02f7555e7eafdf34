/** A timeline that can be trusted: whatever was written, any revision opens as the very document, and going back loses nothing. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCheckpoints } from '#main/history/checkpoints.ts';
import { restoreRevision } from '#main/history/restore-revision.ts';
import { oldRevisions } from '#main/history/thin-revisions.ts';
import { checkpointsToThin } from '#main/domain/thinning.ts';
import type { RevisionCause } from '#shared/contract/history.ts';
import { postDocumentSchema, type PostDocument } from '#shared/document/post-document.ts';
import { createGenerator } from '#tests/bench/generate.ts';
import { bodyOf, paragraphOf } from '../connectors/sample-post.ts';
import { createLibraryBed, type LibraryBed } from '../storage/library-bed.ts';
import { documentOf } from '../storage/temporary-library.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const who = { author: 'Ala', device: 'test' };
const freeze = (postId: string, cause: RevisionCause = 'checkpoint') =>
  bed.library.revisions.freeze({ postId, cause, ...who }).revisionId;

function save(postId: string, document: PostDocument): void {
  const { version } = bed.library.posts.draft(postId);
  bed.library.posts.saveDraft({ postId, baseVersion: version, document });
}

const edit = fc.record({
  at: fc.nat(30),
  remove: fc.nat(3),
  words: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 8 }),
  title: fc.string({ maxLength: 20 }),
});

describe('any chain of edits', () => {
  test('every revision opens as the very document, also after some of them are gone', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 60 }), fc.array(fc.nat(59)), (edits, gone) => {
        const { postId } = bed.library.posts.create(
          documentOf('Początek', 'Zażółć gęślą jaźń.\n\n'.repeat(20)),
        );
        const stored = new Map<string, string>();
        let lines = Array.from({ length: 20 }, () => 'Zażółć gęślą jaźń.');
        for (const { at, remove, words, title } of edits) {
          lines = lines.toSpliced(at, remove, words.join(' '));
          save(postId, documentOf(title, lines.join('\n\n')));
          const id = freeze(postId);
          stored.set(id, JSON.stringify(bed.library.posts.draft(postId).document));
        }
        const ids = [...stored.keys()];
        for (const index of gone) {
          const id = ids[index];
          if (id !== undefined && bed.library.revisions.thin({ id, keptId: ids.at(-1) as string }))
            stored.delete(id);
        }
        for (const [id, document] of stored) {
          expect(JSON.stringify(bed.library.revisions.document(id))).toBe(document);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is stored', () => {
  test('is little more than what changed', () => {
    const generator = createGenerator(5);
    // As it comes through the contract, which orders its keys.
    const document = postDocumentSchema.parse(generator.post(10_000));
    const { postId } = bed.library.posts.create(document);
    freeze(postId);
    const [first, , ...rest] = document.body.root.children;
    const other = paragraphOf(generator.words(20));
    const body = bodyOf(...([first, other, ...rest] as (typeof other)[]));
    save(postId, postDocumentSchema.parse({ ...document, body }));
    freeze(postId);
    const sizes = bed.library.db
      .prepare<[], number>('SELECT length(document) FROM revisions ORDER BY seq')
      .pluck()
      .all();
    expect(sizes[0]).toBeGreaterThan(20_000);
    expect(sizes[1]).toBeLessThan(400);
  });

  test('is skipped when nothing changed, but a publish stands in the timeline', () => {
    const { postId } = bed.write('Ten sam');
    const first = freeze(postId);
    expect(freeze(postId)).toBe(first);
    expect(
      bed.library.revisions.freeze({ postId, cause: 'named', name: 'Pierwsza', ...who }).revisionId,
    ).toBe(first);
    const published = freeze(postId, 'published');
    expect(published).not.toBe(first);
    expect(freeze(postId, 'published')).toBe(published);
    expect(freeze(postId)).toBe(published);
    expect(bed.library.revisions.page(postId, 0, 10)).toMatchObject({
      total: 2,
      items: [
        { seq: 2, cause: 'published', name: '' },
        { seq: 1, cause: 'checkpoint', name: 'Pierwsza', author: 'Ala', title: 'Ten sam' },
      ],
    });
  });

  test('a damaged delta takes no more along than its own stretch, and says so', () => {
    const text = (turn: number) => `Wersja ${turn}. ${'Słowa, słowa. '.repeat(300)}`;
    const { postId } = bed.write('Uszkodzony', text(0));
    const ids = Array.from({ length: 80 }, (_, turn) => {
      save(postId, documentOf('Uszkodzony', text(turn + 1)));
      return freeze(postId);
    });
    const damage = bed.library.db.prepare('UPDATE revisions SET document = ? WHERE id = ?');
    damage.run(Buffer.from('zniszczone'), ids[30]);
    const failures = new Set<string>();
    const lost = ids.filter((id) => {
      try {
        bed.library.revisions.document(id);
        return false;
      } catch (error) {
        failures.add((error as { code: string }).code);
        return true;
      }
    });
    expect([...failures]).toEqual(['revision-damaged']);
    expect(lost[0]).toBe(ids[30]);
    expect(lost.length).toBeLessThanOrEqual(25);
    expect(
      bed.library.revisions.page(postId, 0, 200).items.filter(({ isDamaged }) => isDamaged),
    ).toHaveLength(lost.length);
    // And writing goes on after a damaged newest one.
    damage.run(Buffer.from('zniszczone'), ids.at(-1));
    save(postId, documentOf('Dalej', text(99)));
    expect(bed.library.revisions.document(freeze(postId)).title).toBe('Dalej');
  });
});

describe('restoring', () => {
  test('is a revision of its own, and undone by restoring what was before', () => {
    const { postId } = bed.write('Pierwszy', 'Treść pierwsza.');
    const first = freeze(postId);
    save(postId, documentOf('Drugi', 'Treść druga.'));
    const { version } = bed.library.posts.draft(postId);
    const request = { postId, revisionId: first, baseVersion: version, document: null, ...who };
    const { draft, before, after } = restoreRevision(bed.library, request);
    expect(draft.document.title).toBe('Pierwszy');
    expect(bed.library.revisions.page(postId, 0, 10).items.map(({ cause }) => cause)).toEqual([
      'restored',
      'checkpoint',
      'checkpoint',
    ]);
    expect(bed.library.revisions.view(after)).toMatchObject({ cause: 'restored', title: 'Pierwszy' });
    const undo = { ...request, revisionId: before, baseVersion: draft.version };
    expect(restoreRevision(bed.library, undo).draft.document.title).toBe('Drugi');
  });

  test('overwrites nothing that was saved meanwhile, nor takes another post’s revision', () => {
    const { postId } = bed.write('Pierwszy');
    const revisionId = freeze(postId);
    save(postId, documentOf('Drugi'));
    const other = bed.write('Inny');
    const request = { postId, revisionId, baseVersion: 0, document: null, ...who };
    expect(() => restoreRevision(bed.library, request)).toThrow(
      expect.objectContaining({ code: 'draft-conflict' }),
    );
    expect(bed.library.revisions.page(postId, 0, 10).total).toBe(1);
    expect(() => restoreRevision(bed.library, { ...request, postId: other.postId })).toThrow(
      expect.objectContaining({ code: 'revision-not-found' }),
    );
  });
});

describe('checkpoints by themselves', () => {
  function clock() {
    let time = 0;
    const timers = new Set<{ readonly due: number; readonly run: () => void }>();
    return {
      now: () => time,
      setTimer(run: () => void, ms: number) {
        const timer = { due: time + ms, run };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
      pass(ms: number) {
        time += ms;
        for (const timer of timers) {
          if (timer.due > time) continue;
          timers.delete(timer);
          timer.run();
        }
      },
    };
  }
  const made = (postId: string) => bed.library.revisions.page(postId, 0, 100).total;

  function start() {
    const time = clock();
    const { library } = bed;
    const checkpoints = createCheckpoints({
      library,
      author: () => 'Ala',
      device: 'test',
      log: () => {},
      onMade: () => {},
      ...time,
    });
    return { time, checkpoints };
  }

  test('two minutes after the last save, every ten while writing goes on, and when the draft is left', () => {
    const { time, checkpoints } = start();
    const { postId } = bed.write('Wpis');
    checkpoints.saved(postId);
    time.pass(119_000);
    expect(made(postId)).toBe(0);
    time.pass(1_000);
    expect(made(postId)).toBe(1);
    for (let minute = 0; minute < 21; minute++) {
      save(postId, documentOf(`Wpis ${minute}`));
      checkpoints.saved(postId);
      time.pass(60_000);
    }
    expect(made(postId)).toBe(3);
    checkpoints.left(postId);
    expect(made(postId)).toBe(4);
    checkpoints.left(postId);
    expect(made(postId)).toBe(4);
  });

  test('what a draft says is one before it is written over, as after a crash; a post that was only begun has none', () => {
    const { checkpoints } = start();
    const { postId } = bed.write('Zapisany przed awarią');
    checkpoints.saving(postId);
    expect(made(postId)).toBe(1);
    save(postId, documentOf('Wszystko inne'));
    checkpoints.saved(postId);
    checkpoints.saving(postId);
    expect(made(postId)).toBe(1);
    checkpoints.left(postId);
    checkpoints.saving(postId);
    expect(made(postId)).toBe(2);
    expect(bed.library.revisions.page(postId, 0, 2).items.map(({ title }) => title)).toEqual([
      'Wszystko inne',
      'Zapisany przed awarią',
    ]);
    const begun = bed.library.posts.create(documentOf('', '')).postId;
    checkpoints.saving(begun);
    expect(made(begun)).toBe(0);
  });

  test('of a post that is gone there is none, and stopping makes what is due', () => {
    const { checkpoints } = start();
    const [gone, here] = [bed.write('Znika'), bed.write('Zostaje')];
    for (const { postId } of [gone, here]) checkpoints.saved(postId);
    bed.library.posts.trash(gone.postId);
    bed.library.posts.deleteForever(gone.postId);
    checkpoints.stop();
    expect(made(here.postId)).toBe(1);
  });
});

describe('thinning', () => {
  test('leaves everything of a day, then one an hour, a day, a week', () => {
    const now = new Date('2026-06-01T00:00:00.000Z');
    const every = (minutes: number, days: number) =>
      Array.from({ length: (days * 1_440) / minutes }, (_, at) => ({
        id: `${at}`,
        createdAt: new Date(now.getTime() - (at + 1) * minutes * 60_000).toISOString(),
      }));
    const checkpoints = every(10, 200);
    const gone = new Set(checkpointsToThin(checkpoints, now).map(({ id }) => id));
    const left = (from: number, to: number) =>
      checkpoints.filter(({ id, createdAt }) => {
        const days = (now.getTime() - new Date(createdAt).getTime()) / 86_400_000;
        return !gone.has(id) && days > from && days <= to;
      }).length;
    expect(left(0, 1)).toBe(144);
    expect(left(1, 7)).toBeGreaterThanOrEqual(143);
    expect(left(1, 7)).toBeLessThanOrEqual(145);
    expect(left(7, 90)).toBeLessThanOrEqual(84);
    expect(left(90, 200)).toBeLessThanOrEqual(17);
    const rest = checkpoints.filter(({ id }) => !gone.has(id));
    expect(checkpointsToThin(rest, now)).toEqual([]);
  });

  test('never takes what was named, published or is the newest', () => {
    const { postId } = bed.write('Wpis');
    const kept = new Map<string, RevisionCause>();
    for (let turn = 0; turn < 60; turn++) {
      bed.at(new Date(Date.UTC(2026, 0, 1, 0, turn)).toISOString());
      save(postId, documentOf(`Wpis ${turn}`));
      const cause = turn % 20 === 7 ? 'published' : turn % 20 === 3 ? 'named' : 'checkpoint';
      const name = turn % 20 === 11 ? 'Ważna' : '';
      const { revisionId } = bed.library.revisions.freeze({ postId, cause, name, ...who });
      if (cause !== 'checkpoint' || name !== '' || turn === 59) kept.set(revisionId, cause);
    }
    const [first, ...others] = oldRevisions(bed.library, new Date('2026-12-01T00:00:00.000Z'));
    // Named after it was found to be old, and before its turn came.
    bed.library.revisions.rename(first!.id, 'Jednak potrzebna', '');
    expect(bed.library.revisions.thin(first!)).toBe(false);
    for (const each of others) expect(bed.library.revisions.thin(each)).toBe(true);
    const left = bed.library.revisions.page(postId, 0, 200).items;
    expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([first!.id, ...kept.keys()]));
    expect(left.length).toBeLessThan(20);
    for (const { id, title } of left) expect(bed.library.revisions.document(id).title).toBe(title);
  });
});
