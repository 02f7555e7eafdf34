/** What a window kept comes beside the draft, never over it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recoverText } from '#main/history/recover-text.ts';
import { restoreRevision } from '#main/history/restore-revision.ts';
import { postDocumentSchema } from '#shared/document/post-document.ts';
import { createLibraryBed, type LibraryBed } from '../storage/library-bed.ts';
import { documentOf } from '../storage/temporary-library.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

const who = { author: 'Ala', device: 'test' };
// As they come through the contract.
const stored = postDocumentSchema.parse(documentOf('Wpis', 'Zapisane.'));
const kept = postDocumentSchema.parse(documentOf('Wpis', 'Zapisane. A to nie.'));

test('as a revision that can be restored; the draft stays as it is', () => {
  const { library } = bed;
  const { postId } = library.posts.create(stored);
  const { revisionId, isNewPost } = recoverText(library, { postId, document: kept, ...who });
  expect(isNewPost).toBe(false);
  expect(library.posts.draft(postId)).toMatchObject({ version: 0, document: stored });
  expect(library.revisions.view(revisionId!)).toMatchObject({
    cause: 'recovered',
    title: 'Wpis',
    wordCount: 4,
  });
  expect(library.revisions.document(revisionId!)).toEqual(kept);
  restoreRevision(library, { postId, revisionId: revisionId!, baseVersion: 0, document: null, ...who });
  expect(library.posts.draft(postId).document).toEqual(kept);
});

test('not at all when the draft, or a version, says it already', () => {
  const { library } = bed;
  const { postId } = library.posts.create(stored);
  const nothing = { postId, revisionId: null, isNewPost: false };
  expect(recoverText(library, { postId, document: stored, ...who })).toEqual(nothing);
  recoverText(library, { postId, document: kept, ...who });
  expect(recoverText(library, { postId, document: kept, ...who })).toEqual(nothing);
  expect(library.revisions.page(postId, 0, 10).total).toBe(1);
});

test('as a new post when its own is gone', () => {
  const { library } = bed;
  const { postId } = library.posts.create(stored);
  library.posts.trash(postId);
  library.posts.deleteForever(postId);
  const recovered = recoverText(library, { postId, document: kept, ...who });
  expect(recovered).toMatchObject({ revisionId: null, isNewPost: true });
  expect(library.posts.draft(recovered.postId).document).toEqual(kept);
});
