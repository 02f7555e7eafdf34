/** `npm run torture -- publish|typing --runs N --seed S`: the long forms of what `npm test` runs a little of. */
import { parseArgs } from 'node:util';
import { torturePublishing } from './publish-torture.ts';
import type { Count } from './publish-tally.ts';
import { tortureTyping } from './typing-torture.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string' } },
});
const [what] = positionals;
const runs = Number(values.runs);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed))
  throw new Error('--runs and --seed are whole numbers.');

const counted = (name: string, { expected, found, duplicated, missing }: Count) =>
  `${name} ${expected} expected / ${found} found / ${duplicated} duplicated / ${missing} missing`;

if (what === 'publish') {
  const tally = await torturePublishing({ runs, seed, onTrouble: (text) => console.error(text) });
  const parts = [
    counted('posts', tally.posts),
    counted('pictures', tally.pictures),
    counted('terms', tally.terms),
    `${tally.wrong.length} wrong, ${tally.stuck} stuck, ${tally.wrongReceipts} wrong receipts`,
  ];
  console.log(`seed ${seed}: ${parts.join('; ')}`);
  const isGood = [tally.posts, tally.pictures, tally.terms].every(
    ({ duplicated, missing }) => duplicated + missing === 0,
  );
  process.exitCode = isGood && tally.wrong.length + tally.stuck + tally.wrongReceipts === 0 ? 0 : 1;
} else if (what === 'typing') {
  const { kills, lost, damaged } = await tortureTyping({ kills: runs, seed });
  console.log(
    `seed ${seed}: ${kills} kills, ${lost} lost text typed a second before, ${damaged} damaged the library`,
  );
  process.exitCode = lost + damaged === 0 ? 0 : 1;
} else {
  console.error('Say what: npm run torture -- publish|typing [--runs N] [--seed S]');
  process.exitCode = 1;
}
