import { expect, test } from 'vitest';
import { tortureTyping } from './typing-torture.ts';

/** A short form of `npm run torture -- typing`. */
test('fifty kills while keys arrive lose nothing that was typed a second before', async () => {
  const tallies = await Promise.all([1, 2].map((seed) => tortureTyping({ kills: 25, seed })));
  expect(tallies).toEqual([1, 2].map(() => ({ kills: 25, lost: 0, damaged: 0 })));
}, 300_000);
