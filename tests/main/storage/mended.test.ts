/** Faults that were found once, and must not come back. */
import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '#main/storage/backups.ts';
import { markedSnippet } from '#main/storage/marked-snippet.ts';
import { prepareRestore } from '#main/storage/restore-backup.ts';
import { documentOf, temporaryFolder, temporaryLibrary } from './temporary-library.ts';

test('a snippet keeps its hit, however long the word before it, and cuts no character in half', () => {
  const marks = (text: string) => markedSnippet(text, ['zolw'], 60).filter(({ marked }) => marked).length;
  expect(marks(`https://example.org/${'a'.repeat(200)} żółw`)).toBe(1);
  const [only] = markedSnippet('😀'.repeat(100), [], 61);
  expect(only?.text.isWellFormed()).toBe(true);
});

test('a post that was on a removed blog only is a draft again', () => {
  const library = temporaryLibrary();
  const id = randomUUID();
  library.accounts.add({
    id,
    kind: 'folder',
    name: 'Blog',
    address: '/tmp/x',
    userName: null,
    secretStorage: 'none',
    settings: {},
    isDefault: true,
    createdAt: new Date().toISOString(),
  });
  const { postId } = library.posts.create(documentOf('Na blogu'));
  const { revisionId, contentHash } = library.revisions.freeze({
    postId,
    cause: 'published',
    author: 'Ala',
    device: 'test',
  });
  library.remotePosts.put({
    postId,
    accountId: id,
    remoteId: '1',
    standing: 'published',
    permalink: 'x',
    openUrl: 'x',
    publishedAt: new Date().toISOString(),
    revisionId,
    contentHash,
    base: null,
  });
  library.posts.refreshStatus(postId);
  expect(library.posts.facets().status.published).toBe(1);
  library.accounts.remove(id);
  expect(library.posts.facets().status).toMatchObject({ published: 0, draft: 1 });
});

test('revision bytes that are no zstd say that the library is damaged', () => {
  const { posts, revisions, db } = temporaryLibrary();
  const { postId } = posts.create(documentOf('X'));
  const { revisionId } = revisions.freeze({ postId, cause: 'published', author: 'Ala', device: 'test' });
  db.prepare('UPDATE revisions SET document = ? WHERE id = ?').run(Buffer.from('torn'), revisionId);
  expect(() => revisions.document(revisionId)).toThrow(expect.objectContaining({ code: 'revision-damaged' }));
});

test('a torn file of passwords is put aside, and new ones are kept', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'secrets.json'), '{"a": "b');
  const { secrets } = temporaryLibrary(folder);
  const owner = { id: randomUUID(), secretStorage: 'file' } as const;
  expect(await secrets.get(owner)).toBeNull();
  await secrets.set(owner, 'hasło');
  expect(await secrets.get(owner)).toBe('hasło');
  await secrets.forget(owner);
  expect(await secrets.get(owner)).toBeNull();
});

test('an empty or missing backup is not put in the library’s place', () => {
  const folder = temporaryFolder();
  const library = temporaryLibrary(folder);
  backUp(library.db, folder, 'daily', new Date());
  const name = 'library-20200101T000000Z-daily.sqlite';
  expect(() => prepareRestore(folder, name)).toThrow(/no such backup/);
  writeFileSync(join(folder, 'backups', name), '');
  expect(() => prepareRestore(folder, name)).toThrow(/damaged/);
});
