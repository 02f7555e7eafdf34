import { expect, test } from 'vitest';
import { killInMaintenance } from './maintenance-kills.ts';

/** A short form of `npm run torture -- maintenance`. */
test('kills in the middle of a migration, a backup, an import and a rebuild lose nothing that was stored', async () => {
  const { kills, told, troubles } = await killInMaintenance({ runs: 15, seed: 7 });
  expect(troubles).toEqual([]);
  expect(kills).toBe(30);
  expect(told).toBeGreaterThan(15);
}, 200_000);
