import { expect, test } from 'vitest';
import { findPhp } from '#tests/servers/wordpress/php.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { torturePublishing } from '#tests/torture/publish-torture.ts';

/** PHP in WebAssembly is ten times slower. */
const runs = (await findPhp()) ? 25 : 10;

/** A short form of `npm run torture -- publish`; the same seed is the same run. */
test.skipIf(wordPressMissing() !== null)(
  'posts through a bad network: each is on the blog once, with its pictures and terms once',
  async () => {
    const troubles: string[] = [];
    const tally = await torturePublishing({
      runs,
      seed: 20_261_123,
      onTrouble: (text) => troubles.push(text),
    });
    expect(troubles).toEqual([]);
    expect(tally.posts).toEqual({ expected: runs, found: runs, duplicated: 0, missing: 0 });
    expect(tally.pictures).toMatchObject({ duplicated: 0, missing: 0 });
    expect(tally.pictures.found).toBe(tally.pictures.expected);
    expect(tally.terms).toMatchObject({ duplicated: 0, missing: 0 });
    expect(tally).toMatchObject({ wrong: [], stuck: 0, wrongReceipts: 0 });
  },
  600_000,
);
