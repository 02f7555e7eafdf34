import { expect, test } from 'vitest';
import { createWaits } from '#main/publishing/waits.ts';
import type { ProblemCode } from '#shared/contract/publishing.ts';

const minuteMs = 60_000;
const noon = Date.parse('2026-03-01T12:00:00.000Z');

/** A waiting job, a wall clock that can be set, and a steady one that stands still while the machine sleeps. */
function scene(code: ProblemCode, waitMs: number, writtenAt = noon) {
  let wall = noon;
  let steady = 5_000;
  const waits = createWaits(() => steady);
  const job = {
    id: 'job',
    nextTryAt: new Date(writtenAt + waitMs).toISOString(),
    problem: { code, detail: '', subject: '', choices: [] },
  };
  return {
    left: () => waits.left(job, new Date(wall)),
    pass: (ms: number) => ((wall += ms), (steady += ms)),
    sleepMachine: (ms: number) => void (wall += ms),
    setClock: (ms: number) => void (wall += ms),
    failAgain: (ms: number) => void (job.nextTryAt = new Date(wall + ms).toISOString()),
    requeue: () => waits.left({ ...job, nextTryAt: null }, new Date(wall)),
  };
}

test('a wait is as long as it was said to be', () => {
  const { left, pass } = scene('server-error', 2 * minuteMs);
  expect(left()).toBe(2 * minuteMs);
  pass(minuteMs);
  expect(left()).toBe(minuteMs);
  pass(minuteMs);
  expect(left()).toBe(0);
});

test('a clock set back in the middle makes it no longer', () => {
  const { left, pass, setClock } = scene('server-error', 2 * minuteMs);
  left();
  pass(minuteMs);
  setClock(-365 * 24 * 60 * minuteMs);
  expect(left()).toBe(minuteMs);
  pass(minuteMs);
  expect(left()).toBe(0);
});

test('a machine that slept finds it over', () => {
  const { left, sleepMachine } = scene('rate-limited', 30 * minuteMs);
  expect(left()).toBe(30 * minuteMs);
  sleepMachine(60 * minuteMs);
  expect(left()).toBe(0);
});

test('the next failure of the same job begins a wait of its own', () => {
  const { left, pass, failAgain } = scene('timeout', minuteMs);
  left();
  pass(minuteMs);
  failAgain(2 * minuteMs);
  expect(left()).toBe(2 * minuteMs);
});

test.each<[ProblemCode, number]>([
  ['offline', 5 * minuteMs],
  ['timeout', 5 * minuteMs],
  ['rate-limited', 24 * 60 * minuteMs],
])('a wait written down before a restart by a clock a year ahead: %s', (code, longest) => {
  const { left, pass } = scene(code, minuteMs, noon + 365 * 24 * 60 * minuteMs);
  expect(left()).toBeGreaterThan(0);
  pass(longest);
  expect(left()).toBe(0);
});

test('what is back in line waits for nothing', () => {
  expect(scene('offline', minuteMs).requeue()).toBe(0);
});
