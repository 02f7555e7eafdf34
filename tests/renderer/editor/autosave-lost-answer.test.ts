/** The application died after it had stored a save, before it could say so. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftLibrary } from './draft-library.ts';
import { openDraft, wordsOf } from './draft-window.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what was typed on meanwhile is stored over it, and is no conflict with itself', async () => {
  const library = createDraftLibrary();
  const { session, type } = await openDraft(library, 'A');
  type('Zapisane.');
  library.loseNextAnswer();
  await expect(session.flush()).rejects.toMatchObject({ code: 'disconnected' });
  expect(wordsOf(library.stored().document)).toBe('Zapisane.');
  type('Pisane dalej.');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.readOnly.get()).toBeNull();
  expect(session.status.get().state).toBe('saved');
  expect(wordsOf(library.stored().document)).toBe('Zapisane.\nPisane dalej.');
});
