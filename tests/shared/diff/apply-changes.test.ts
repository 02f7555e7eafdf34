/** What must hold for any two documents. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#shared/diff/apply-changes.ts';
import { changeIds } from '#shared/diff/change-ids.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import type { BlockChange, DocumentDiff, InlineRun, TextRun } from '#shared/diff/document-diff.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { blocksOf, paragraph, text } from '#shared/document/serialized.ts';
import { plainTextOf } from '#shared/diff/words/flat-inline.ts';
import { documentPairs } from './edited-documents.ts';
import { documentOf } from './notation.ts';

const runs = { numRuns: 300 };
const all = (diff: DocumentDiff) => new Set(changeIds(diff));

/** The document after, to the byte; where nothing that is seen differs there is nothing to choose, and before stays. */
function expectWhole(made: PostDocument, before: PostDocument, after: PostDocument, diff: DocumentDiff) {
  expect(JSON.stringify(made)).toBe(JSON.stringify(changeIds(diff).length > 0 ? after : before));
  expect(diff.hasUnseen || JSON.stringify(made) === JSON.stringify(after)).toBe(true);
}

/** Keys in another order at every level, as another writer of the same document has them. */
function reordered<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reordered) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reordered(inner)]),
  ) as Value;
}

describe('any two documents', () => {
  test('all changes give the one after to the byte, none the one before', () => {
    fc.assert(
      fc.property(documentPairs, ([before, after]) => {
        const diff = diffDocuments(before, after);
        expectWhole(applyChanges(before, diff, all(diff)), before, after, diff);
        expect(JSON.stringify(applyChanges(before, diff, new Set()))).toBe(JSON.stringify(before));
      }),
      runs,
    );
  });

  test('the same after a thread or a file', () => {
    fc.assert(
      fc.property(documentPairs, ([before, after]) => {
        const diff = diffDocuments(before, after);
        expect(structuredClone(diff)).toEqual(diff);
        const read = JSON.parse(JSON.stringify(diff)) as typeof diff;
        expectWhole(applyChanges(before, read, all(read)), before, after, read);
      }),
      { numRuns: 60 },
    );
  });

  test('some of the changes and then the rest give the one after, too', () => {
    fc.assert(
      fc.property(documentPairs, fc.infiniteStream(fc.boolean()), ([before, after], coins) => {
        const diff = diffDocuments(before, after);
        const chosen = changeIds(diff).filter(() => coins.next().value);
        const some = applyChanges(before, diff, new Set(chosen));
        const rest = diffDocuments(some, after);
        expectWhole(applyChanges(some, rest, all(rest)), some, after, rest);
        for (const { field } of diff.fields)
          expect(some[field]).toEqual((chosen.includes(field) ? after : before)[field]);
      }),
      runs,
    );
  });

  test('a document does not differ from itself, however its JSON is written', () => {
    fc.assert(
      fc.property(documentPairs, ([document]) => {
        const diff = diffDocuments(document, structuredClone(document));
        expect(changeIds(diff)).toEqual([]);
        expect(diff.hasUnseen).toBe(false);
        const other = diffDocuments(document, reordered(document));
        expect(changeIds(other)).toEqual([]);
        expect(other.hasUnseen).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('ids are each given once, and a move knows both its ends', () => {
    fc.assert(
      fc.property(documentPairs, ([before, after]) => {
        const { blocks } = diffDocuments(before, after);
        expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
        blocks.forEach((change, at) => {
          if (change.kind !== 'moved' && change.kind !== 'moved-away') return;
          const other = blocks[change.counterpart];
          expect(other).toMatchObject({
            kind: change.kind === 'moved' ? 'moved-away' : 'moved',
            counterpart: at,
          });
        });
        const places = (side: 'before' | 'after') =>
          blocks.flatMap((change) => placesOf(change, side)).map(({ index }) => index);
        expect(places('before')).toEqual(blocksOf(before.body).map((_block, index) => index));
        expect(places('after')).toEqual(blocksOf(after.body).map((_block, index) => index));
      }),
      runs,
    );
  });

  test('every run of words is there: same and removed are the text before, same and added the text after', () => {
    fc.assert(
      fc.property(documentPairs, ([before, after]) => {
        for (const change of diffDocuments(before, after).blocks) {
          for (const { runs: found, old, now } of runsOf(change)) {
            expect(joined(found, 'removed')).toBe(old);
            expect(joined(found, 'added')).toBe(now);
          }
        }
      }),
      runs,
    );
  });
});

test('what no reader sees comes along with all changes and no others', () => {
  const before = documentOf([paragraph(text('a')), paragraph(text('b'))]);
  const [first, second] = blocksOf(before.body);
  const after: PostDocument = documentOf([
    { ...first, textFormat: 1 } as typeof first & object,
    paragraph(text('c')),
  ]);
  const diff = diffDocuments(before, after);
  expect(changeIds(diff)).toEqual(['b1-a1']);
  expect(diff.hasUnseen).toBe(true);
  expect(applyChanges(before, diff, new Set(['b1-a1']))).toEqual(after);
  const nothingSeen = documentOf([
    { ...first, textFormat: 1 } as typeof first & object,
    second as typeof first & object,
  ]);
  expect(changeIds(diffDocuments(before, nothingSeen))).toEqual([]);
});

function placesOf(change: BlockChange, side: 'before' | 'after') {
  // A move is counted where its block stands.
  if (change.kind === 'moved' && side === 'before') return [];
  if (!(side in change)) return [];
  return [(change as unknown as Record<typeof side, { index: number }>)[side]].flat();
}

interface FoundRuns {
  readonly runs: readonly (InlineRun | TextRun)[];
  readonly old: string;
  readonly now: string;
}

function runsOf(change: BlockChange): FoundRuns[] {
  if (change.kind === 'split' || change.kind === 'merged') {
    const side = (places: typeof change.before) =>
      places.map(({ block }) => plainTextOf('children' in block ? (block.children as never) : [])).join('');
    return [{ runs: change.parts.flat(), old: side(change.before), now: side(change.after) }];
  }
  if ((change.kind !== 'changed' && change.kind !== 'moved') || change.content === null) return [];
  const { content } = change;
  const [old, now] = [change.before.block, change.after.block];
  if (content.kind === 'inline') {
    const textOf = (block: typeof old) => plainTextOf('children' in block ? (block.children as never) : []);
    return [{ runs: content.runs, old: textOf(old), now: textOf(now) }];
  }
  if (content.kind === 'list') {
    return content.items.flatMap((item) =>
      item.kind === 'changed' || item.kind === 'moved'
        ? [{ runs: item.runs, old: plainTextOf(item.before.content), now: plainTextOf(item.after.content) }]
        : [],
    );
  }
  if (content.kind === 'image' && old.type === 'image' && now.type === 'image')
    return [
      { runs: content.alt, old: old.alt, now: now.alt },
      { runs: content.caption, old: old.caption, now: now.caption },
    ];
  return [];
}

function joined(found: readonly (InlineRun | TextRun)[], kind: 'added' | 'removed'): string {
  return found
    .filter((run) => run.kind === kind || run.kind === 'same' || run.kind === 'format')
    .map(({ text: said }) => said)
    .join('');
}
