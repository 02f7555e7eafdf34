import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstSavedAt, firstVersion, savedTextOf, watch } from './saved-text.ts';

const start = Date.parse('2026-03-01T12:00:00.000Z');
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

test('what is typed is saved once, when the typing pauses', async () => {
  const { type, calls } = savedTextOf();
  type('a');
  await pass(200);
  type('b');
  await pass(200);
  type('c');
  await pass(299);
  expect(calls).toEqual([]);
  await pass(1);
  expect(calls).toEqual([
    { baseVersion: firstVersion, text: 'abc', beganAt: start + 700, storedAt: start + 700 },
  ]);
  await pass(60_000);
  expect(calls).toHaveLength(1);
});

test('every key is stored within a second, however the typing goes on', async () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(pauses, fc.integer({ min: 0, max: 100 }), async (waits, takesMs) => {
      const { type, calls, mostAtOnce } = savedTextOf({ takesMs });
      const typedAt: number[] = [];
      for (const wait of waits) {
        typedAt.push(Date.now());
        type('x');
        await pass(wait);
      }
      await pass(1_000);
      for (const [key, at] of typedAt.entries()) {
        const stored = calls.find(({ text, storedAt }) => storedAt !== null && text.length > key);
        expect(stored?.storedAt ?? Infinity).toBeLessThanOrEqual(at + 1_000);
      }
      expect(calls.map(({ baseVersion }) => baseVersion)).toEqual(calls.map((_, at) => firstVersion + at));
      expect(mostAtOnce()).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test('one save at a time: what is typed meanwhile is stored by the next, on the version of the first', async () => {
  const { type, calls, mostAtOnce } = savedTextOf({ takesMs: 3_000 });
  type('a');
  await pass(300);
  for (const key of 'bcd') {
    type(key);
    await pass(800);
  }
  await pass(10_000);
  expect(calls.map(({ baseVersion, text }) => [baseVersion, text])).toEqual([
    [firstVersion, 'a'],
    [firstVersion + 1, 'abcd'],
  ]);
  expect(mostAtOnce()).toBe(1);
});

test('the status tells what happens, in order', async () => {
  const { type, statuses } = savedTextOf({ takesMs: 100 });
  type('a');
  await pass(350);
  type('b');
  await pass(1_000);
  const first = new Date(start + 400).toISOString();
  expect(statuses).toEqual([
    { state: 'unsaved', savedAt: firstSavedAt, reason: null },
    { state: 'saving', savedAt: firstSavedAt, reason: null },
    { state: 'unsaved', savedAt: first, reason: null },
    { state: 'saving', savedAt: first, reason: null },
    { state: 'saved', savedAt: new Date(start + 800).toISOString(), reason: null },
  ]);
});

test('flush stores at once, and resolves when it is stored', async () => {
  const { autosave, type, calls } = savedTextOf({ takesMs: 50 });
  type('a');
  const flushed = watch(autosave.flush());
  expect(calls).toHaveLength(1);
  await pass(49);
  expect(flushed.outcome()).toBe('open');
  await pass(1);
  expect(flushed.outcome()).toBe('kept');
  await pass(10_000);
  expect(calls).toHaveLength(1);
});

test('flush with nothing unsaved saves nothing and says nothing', async () => {
  const { autosave, calls, statuses } = savedTextOf();
  await autosave.flush();
  expect([calls, statuses]).toEqual([[], []]);
});

test('flush joins a save under way, and then stores what was typed since it began', async () => {
  const { autosave, type, calls, mostAtOnce } = savedTextOf({ takesMs: 100 });
  type('a');
  const first = watch(autosave.flush());
  type('b');
  const joined = [watch(autosave.flush()), watch(autosave.flush())];
  await pass(100);
  expect(first.outcome()).toBe('kept');
  expect(joined.map(({ outcome }) => outcome())).toEqual(['open', 'open']);
  await pass(100);
  expect(joined.map(({ outcome }) => outcome())).toEqual(['kept', 'kept']);
  expect(calls.map(({ text }) => text)).toEqual(['a', 'ab']);
  expect(mostAtOnce()).toBe(1);
  await pass(10_000);
  expect(calls).toHaveLength(2);
});

test('a failed save is tried again, ever more slowly, until it is stored', async () => {
  const { type, calls, statuses, failWith } = savedTextOf();
  failWith(...Array.from({ length: 7 }, () => 'disk-full' as const));
  type('a');
  await pass(120_000);
  const gaps = calls.slice(1).map(({ beganAt }, at) => beganAt - (calls[at]?.beganAt ?? 0));
  expect(gaps).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(statuses.slice(1, 3)).toEqual([
    { state: 'saving', savedAt: firstSavedAt, reason: null },
    { state: 'failed', savedAt: firstSavedAt, reason: 'disk-full' },
  ]);
  expect(statuses.at(-1)).toMatchObject({ state: 'saved', reason: null });
  expect(new Set(calls.map(({ baseVersion }) => baseVersion))).toEqual(new Set([firstVersion]));
});

test('typing does not hurry a retry, which stores the newest text; the next trouble begins anew', async () => {
  const { type, calls, failWith } = savedTextOf();
  failWith('disk-full', 'disk-full');
  type('a');
  await pass(300 + 500);
  type('b');
  await pass(999);
  expect(calls.map(({ text }) => text)).toEqual(['a', 'a']);
  await pass(1);
  expect(calls.map(({ text }) => text)).toEqual(['a', 'a', 'ab']);
  failWith('disk-full');
  type('c');
  await pass(300 + 500);
  expect(calls.slice(3).map(({ text }) => text)).toEqual(['abc', 'abc']);
});

test('flush rejects with what keeps the text from being stored, and it is tried again all the same', async () => {
  const { autosave, type, calls, statuses, failWith } = savedTextOf({ takesMs: 10 });
  failWith('library-read-only', new TypeError('A fault of ours.'));
  type('a');
  const flushed = [watch(autosave.flush()), watch(autosave.flush())];
  await pass(10);
  for (const { outcome } of flushed) expect(outcome()).toMatchObject({ code: 'library-read-only' });
  await pass(510);
  expect(statuses.at(-1)).toMatchObject({ state: 'failed', reason: 'internal' });
  await pass(2_000);
  expect(calls.at(-1)).toMatchObject({ text: 'a', storedAt: start + 10 + 510 + 1_010 });
});

test('a lost connection has a state of its own; retry saves as soon as it is back', async () => {
  const { autosave, type, calls, statuses, failWith } = savedTextOf();
  failWith('disconnected', 'disconnected', 'disconnected');
  type('a');
  await pass(300 + 500 + 1_000 + 100);
  expect(statuses.at(-1)).toEqual({ state: 'disconnected', savedAt: firstSavedAt, reason: 'disconnected' });
  expect(calls).toHaveLength(3);
  autosave.retry();
  await pass(0);
  expect(calls[3]).toMatchObject({ text: 'a', storedAt: start + 1_900 });
  await pass(60_000);
  expect(calls).toHaveLength(4);
});

test('retry without a failure does not cut the pause short', async () => {
  const { autosave, type, calls } = savedTextOf();
  type('a');
  autosave.retry();
  await pass(299);
  expect(calls).toEqual([]);
});
