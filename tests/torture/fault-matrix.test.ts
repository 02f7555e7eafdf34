import { expect, test } from 'vitest';
import { stepKindSchema } from '#shared/contract/publishing.ts';
import { findPhp } from '../servers/wordpress/php.ts';
import { wordPressMissing } from '../servers/wordpress/server.ts';
import { faultCases } from './fault-cases.ts';
import { eachStepAndFault, runMatrix } from './fault-matrix.ts';

const hasPhp = (await findPhp()) !== null;

/** A short form of `npm run torture -- matrix`, which spoils every request of every operation. */
test.skipIf(wordPressMissing() !== null || !hasPhp)(
  'each kind of step under each fault: on the blog once, and the panel never says what is not so',
  async () => {
    const troubles: string[] = [];
    const tally = await runMatrix({
      seed: 20_261_123,
      choose: eachStepAndFault,
      onTrouble: (text) => troubles.push(text),
    });
    expect(troubles).toEqual([]);
    expect(tally.cells).toHaveLength(stepKindSchema.options.length * faultCases.length);
    expect(tally).toMatchObject({ wrong: [], stuck: 0, wrongReceipts: 0 });
    for (const { expected, found, duplicated, missing } of [tally.posts, tally.pictures, tally.terms])
      expect({ found, duplicated, missing }).toEqual({ found: expected, duplicated: 0, missing: 0 });
  },
  600_000,
);
