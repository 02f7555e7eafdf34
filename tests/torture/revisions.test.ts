import { expect, test } from 'vitest';
import { killWhileKeepingHistory } from './revisions-kills.ts';

/** A short form of `npm run torture -- revisions`. */
test('kills while revisions are written, restored and thinned lose none that was stored', async () => {
  const { kills, told, readBack, thinned, troubles } = await killWhileKeepingHistory({ runs: 20, seed: 3 });
  expect(troubles).toEqual([]);
  expect(kills).toBe(20);
  expect(told).toBeGreaterThan(40);
  expect(readBack).toBeGreaterThan(told - thinned - 1);
}, 120_000);
