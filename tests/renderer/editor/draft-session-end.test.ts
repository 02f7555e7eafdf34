/** Leaving a draft: nothing that was typed may stay behind. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftLibrary } from './draft-library.ts';
import { openDraft, wordsOf } from './draft-window.ts';

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('end stores what is left, lets go of the draft and listens no more', async () => {
  const library = createDraftLibrary();
  const { session, type, detach } = await openDraft(library, 'A');
  type('Do ostatniej litery.');
  const ended = session.end();
  detach();
  await ended;
  expect(wordsOf(library.stored().document)).toBe('Do ostatniej litery.');
  expect(library.listening()).toBe(0);
  const next = await openDraft(library, 'B');
  expect(next.session.readOnly.get()).toBeNull();
});

test('a draft that could not be stored on leaving is tried on behind the scenes', async () => {
  const library = createDraftLibrary();
  const { session, type } = await openDraft(library, 'A');
  library.failWith('save', 'disk-full', 'disk-full', 'disk-full');
  type('Bez miejsca.');
  await session.end();
  expect(session.status.get()).toMatchObject({ state: 'failed', reason: 'disk-full' });
  expect(library.stored().version).toBe(0);
  await pass(10_000);
  expect(wordsOf(library.stored().document)).toBe('Bez miejsca.');
});

test('leaving while a save is under way stores what was typed since, though the editor is gone', async () => {
  const library = createDraftLibrary();
  const { session, type, detach } = await openDraft(library, 'A');
  library.slowDown(50);
  type('Pierwsze.');
  const saving = session.flush();
  type('Drugie.');
  const ended = session.end();
  detach();
  await pass(1_000);
  await Promise.all([saving, ended]);
  expect(wordsOf(library.stored().document)).toBe('Pierwsze.\nDrugie.');
});

test('a save tried again after the editor is gone stores what was in it', async () => {
  const library = createDraftLibrary();
  const { session, type, detach } = await openDraft(library, 'A');
  library.failWith('save', 'disconnected');
  type('Bez połączenia.');
  const ended = session.end();
  detach();
  await ended;
  await pass(10_000);
  expect(wordsOf(library.stored().document)).toBe('Bez połączenia.');
});
