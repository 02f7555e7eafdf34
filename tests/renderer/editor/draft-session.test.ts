import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bodyOf, emptyDocument, paragraph, text } from '#shared/document/serialized.ts';
import { anotherPostId, createDraftLibrary, postId } from './draft-library.ts';
import { openDraft, wordsOf } from './draft-window.ts';

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const soon = 1_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('fields and body are stored together, each as it is now', async () => {
  const library = createDraftLibrary();
  const { session, type } = await openDraft(library, 'A');
  session.updateFields({ title: 'Żółw', tags: ['a'] });
  type('Pierwszy.');
  session.updateFields({ tags: ['a', 'b'] });
  await pass(soon);
  expect(library.stored()).toMatchObject({ version: 1, document: { title: 'Żółw', tags: ['a', 'b'] } });
  expect(wordsOf(library.stored().document)).toBe('Pierwszy.');
  expect(session.fields.get()).toMatchObject({ title: 'Żółw', tags: ['a', 'b'], slug: '' });
  expect(session.status.get()).toEqual({ state: 'saved', savedAt: library.stored().savedAt, reason: null });
});

test('before there is an editor, fields are stored with the body as it was opened', async () => {
  const document = { ...emptyDocument('pl'), body: bodyOf([paragraph(text('Dawno.'))]) };
  const library = createDraftLibrary({ document, version: 4 });
  const { session, detach } = await openDraft(library, 'A');
  detach();
  session.updateFields({ excerpt: 'Krótko' });
  await session.flush();
  expect(library.stored()).toMatchObject({ version: 5, document: { ...document, excerpt: 'Krótko' } });
});

test('a saving of another post, or of this window itself, changes nothing here', async () => {
  const library = createDraftLibrary();
  const { session, type, text: shown } = await openDraft(library, 'A');
  type('Jeden.');
  await session.flush();
  type('Dwa.');
  library.tell('saved', { postId: anotherPostId, version: 9 });
  library.tell('held', { postId: anotherPostId, holder: 'other' });
  library.tell('saved', { postId, version: 1 });
  await pass(0);
  expect([shown(), session.readOnly.get()]).toEqual(['Jeden.\nDwa.', null]);
});

test('the second window reads along until the first has gone, and then writes on its text', async () => {
  const library = createDraftLibrary();
  const first = await openDraft(library, 'A');
  const second = await openDraft(library, 'B');
  expect([first.session.readOnly.get(), second.session.readOnly.get()]).toEqual([null, 'held-elsewhere']);

  second.session.updateFields({ title: 'Not mine to write' });
  expect(second.session.fields.get().title).toBe('');
  first.session.updateFields({ title: 'Tytuł' });
  first.type('Od pierwszego.');
  await pass(soon);
  expect([second.session.fields.get().title, second.text()]).toEqual(['Tytuł', 'Od pierwszego.']);

  await first.session.end();
  await pass(0);
  expect(second.session.readOnly.get()).toBeNull();
  second.type('Od drugiego.');
  await pass(soon);
  expect(library.stored().version).toBe(2);
  expect(wordsOf(library.stored().document)).toBe('Od pierwszego.\nOd drugiego.');
  expect(library.copies).toEqual([]);
});

test('a window that is taken over from becomes a reader, and may take the draft back', async () => {
  const library = createDraftLibrary();
  const first = await openDraft(library, 'A');
  const second = await openDraft(library, 'B');
  first.type('Pierwsze.');
  await pass(soon);
  await second.session.takeOver();
  expect([first.session.readOnly.get(), second.session.readOnly.get()]).toEqual(['held-elsewhere', null]);
  second.type('Drugie.');
  await pass(soon);
  expect(first.text()).toBe('Pierwsze.\nDrugie.');

  await first.session.takeOver();
  expect([first.session.readOnly.get(), second.session.readOnly.get()]).toEqual([null, 'held-elsewhere']);
  first.type('Trzecie.');
  await pass(soon);
  expect(wordsOf(library.stored().document)).toBe('Pierwsze.\nDrugie.\nTrzecie.');
  expect(library.copies).toEqual([]);
});

test('what was unsaved when another window took over is kept as a copy; nothing is overwritten', async () => {
  const library = createDraftLibrary();
  const first = await openDraft(library, 'A');
  const second = await openDraft(library, 'B');
  first.session.updateFields({ title: 'Mój tytuł' });
  first.type('Moje słowa.');
  await second.session.takeOver();
  await pass(soon);
  expect(library.copies.map(({ title, body }) => [title, wordsOf({ body })])).toEqual([
    ['Mój tytuł', 'Moje słowa.'],
  ]);
  expect(first.session.readOnly.get()).toBe('kept-as-copy');
  expect(library.stored()).toMatchObject({ version: 0, document: { title: '' } });

  second.type('Drugie okno.');
  await pass(soon);
  expect(first.text()).toBe('Drugie okno.');
  expect(first.session.fields.get().title).toBe('');
  await pass(60_000);
  expect(library.copies).toHaveLength(1);
});

test('what was unsaved is kept even if the other window stores something first', async () => {
  const library = createDraftLibrary();
  const first = await openDraft(library, 'A');
  const second = await openDraft(library, 'B');
  first.type('Moje słowa.');
  await second.session.takeOver();
  second.type('Drugie okno.');
  await second.session.flush();
  await pass(soon);
  expect(library.copies.map(wordsOf)).toEqual(['Moje słowa.']);
  expect(wordsOf(library.stored().document)).toBe('Drugie okno.');
});

test('a copy that cannot be kept yet is tried until it is', async () => {
  const library = createDraftLibrary();
  const first = await openDraft(library, 'A');
  const second = await openDraft(library, 'B');
  library.failWith('keepCopy', 'disk-full', 'disk-full', 'disk-full', 'disk-full', 'disk-full', 'disk-full');
  first.type('Moje słowa.');
  await second.session.takeOver();
  await pass(soon);
  expect(first.session.status.get()).toMatchObject({ state: 'failed', reason: 'disk-full' });
  expect(library.copies).toEqual([]);
  await pass(60_000);
  expect(library.copies.map(wordsOf)).toEqual(['Moje słowa.']);
});

test('a trashed post is for reading', async () => {
  const library = createDraftLibrary({ trashedAt: '2026-02-01T00:00:00.000Z' });
  const { session } = await openDraft(library, 'A');
  expect(session.readOnly.get()).toBe('trashed');
  session.updateFields({ title: 'No' });
  await session.flush();
  expect([session.fields.get().title, library.stored().version]).toEqual(['', 0]);
});

test('words are counted, and the minutes to read them', async () => {
  const { session } = await openDraft(createDraftLibrary(), 'A');
  session.setCounts('słowo '.repeat(660));
  expect(session.counts.get()).toEqual({ words: 660, minutes: 3 });
});
