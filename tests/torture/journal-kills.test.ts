import { expect, test } from 'vitest';
import { findPhp } from '../servers/wordpress/php.ts';
import { wordPressMissing } from '../servers/wordpress/server.ts';
import { killAtJournal, type KillPoint } from './journal-kills.ts';
import { scenes } from './scenes.ts';
import type { SeededRandom } from './seeded-random.ts';

const played = ['publish all', 'update', 'schedule', 'unpublish', 'publish again'];
const hasPhp = (await findPhp()) !== null;

/** One of each kind in each operation: killed before or after a write, a lost answer before it, and one after it. */
function oneOfEach(points: readonly KillPoint[], random: SeededRandom): KillPoint[] {
  const kinds = Map.groupBy(points, ({ scene, lost, lostNext }) =>
    [scene.name, lost === undefined, lostNext === undefined].join(),
  );
  return [...kinds.values()].map((kind) => random.pick(kind));
}

/** A short form of `npm run torture -- kills`, which goes through every point. */
test.skipIf(wordPressMissing() !== null || !hasPhp)(
  'killed at a write to the journal, a job is finished by the next process, once',
  async () => {
    const troubles: string[] = [];
    const tally = await killAtJournal({
      seed: 20_261_123,
      among: scenes.filter(({ name }) => played.includes(name)),
      choose: oneOfEach,
      onTrouble: (text) => troubles.push(text),
    });
    expect(troubles).toEqual([]);
    expect(tally).toMatchObject({ points: 15, wrong: [], stuck: 0, wrongReceipts: 0 });
    for (const { duplicated, missing } of [tally.posts, tally.pictures, tally.terms])
      expect({ duplicated, missing }).toEqual({ duplicated: 0, missing: 0 });
    // A point may lie beyond the last write: an answer lost on the receipt's way costs no write.
    expect(tally.killed).toBeGreaterThan(10);
  },
  600_000,
);
