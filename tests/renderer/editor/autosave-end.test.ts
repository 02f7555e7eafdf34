/** How an autosave ends: by a conflict, or by being disposed of. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstSavedAt, savedTextOf, watch } from './saved-text.ts';

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a conflict ends the saving and hands the document over', async () => {
  const { autosave, type, calls, statuses, handedOver, failWith } = savedTextOf();
  failWith('draft-conflict');
  type('mine');
  const flushed = watch(autosave.flush());
  await pass(0);
  expect(flushed.outcome()).toMatchObject({ code: 'draft-conflict' });
  expect(handedOver.map(({ title }) => title)).toEqual(['mine']);
  expect(statuses.at(-1)).toEqual({
    state: 'held-elsewhere',
    savedAt: firstSavedAt,
    reason: 'draft-conflict',
  });

  const told = statuses.length;
  type(' and more');
  autosave.retry();
  await autosave.flush();
  await pass(60_000);
  expect(calls).toHaveLength(1);
  expect(statuses).toHaveLength(told);
  expect(handedOver).toHaveLength(1);
});

test('what is typed while a save runs into a conflict is handed over too', async () => {
  const { type, handedOver, failWith } = savedTextOf({ takesMs: 200 });
  failWith('draft-conflict');
  type('mine');
  await pass(400);
  type(' to the last key');
  await pass(10_000);
  expect(handedOver.map(({ title }) => title)).toEqual(['mine to the last key']);
});

test('after dispose nothing is saved any more', async () => {
  const { autosave, type, calls } = savedTextOf();
  type('a');
  autosave.dispose();
  type('b');
  await autosave.flush();
  await pass(60_000);
  expect(calls).toEqual([]);
});

test('after dispose a failed save is not tried again', async () => {
  const { autosave, type, calls, failWith } = savedTextOf({ takesMs: 100 });
  failWith('disk-full', 'disk-full');
  type('a');
  await pass(350);
  autosave.dispose();
  autosave.retry();
  await pass(60_000);
  expect(calls).toHaveLength(1);
});
