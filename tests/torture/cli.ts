/** `npm run torture -- publish|matrix|kills|typing|maintenance|revisions --runs N --seed S`: the long forms of what `npm test` runs a little of. */
import { parseArgs } from 'node:util';
import { runMatrix } from './fault-matrix.ts';
import { killAtJournal } from './journal-kills.ts';
import { killInMaintenance } from './maintenance-kills.ts';
import { killWhileKeepingHistory } from './revisions-kills.ts';
import { scenes } from './scenes.ts';
import type { SeededRandom } from './seeded-random.ts';
import { torturePublishing } from './publish-torture.ts';
import type { Count, Tally } from './publish-tally.ts';
import { tortureTyping } from './typing-torture.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' }, scene: { type: 'string', multiple: true } },
});
const [what] = positionals;
const runs = Number(values.runs ?? 1_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed))
  throw new Error('--runs and --seed are whole numbers.');

const counted = (name: string, { expected, found, duplicated, missing }: Count) =>
  `${name} ${expected} expected / ${found} found / ${duplicated} duplicated / ${missing} missing`;

/** `--scene NAME`, perhaps several times. */
const played = scenes.filter(({ name }) => values.scene?.includes(name) ?? true);
if (played.length === 0) throw new Error(`--scene is one of: ${scenes.map(({ name }) => name).join(', ')}.`);

/** So many of them, each at most once. */
function sample<T>(from: readonly T[], size: number, random: SeededRandom): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(size, left.length) }, () =>
    left.splice(random.below(left.length), 1),
  ).flat();
}

/** Prints the one line; true when all is as it should be. */
function say(tally: Tally, more: string): boolean {
  const { posts, pictures, terms, wrong, stuck, wrongReceipts } = tally;
  const parts = [
    counted('posts', posts),
    counted('pictures', pictures),
    counted('terms', terms),
    `${wrong.length} wrong, ${stuck} stuck, ${wrongReceipts} wrong receipts${more}`,
  ];
  console.log(`seed ${seed}: ${parts.join('; ')}`);
  const isOnce = [posts, pictures, terms].every(({ duplicated, missing }) => duplicated + missing === 0);
  return isOnce && wrong.length + stuck + wrongReceipts === 0;
}

if (what === 'publish') {
  const tally = await torturePublishing({ runs, seed, onTrouble: (text) => console.error(text) });
  process.exitCode = say(tally, '') ? 0 : 1;
} else if (what === 'matrix') {
  const tally = await runMatrix({
    seed,
    among: played,
    onTrouble: (text) => console.error(text),
    onProgress: (done, all) => void (done % 50 === 0 && console.error(`${done} of ${all}`)),
  });
  const isGood = say(tally, `; ${tally.cells.length} cells, ${tally.troubles} with trouble`);
  process.exitCode = isGood && tally.troubles === 0 ? 0 : 1;
} else if (what === 'kills') {
  const tally = await killAtJournal({
    seed,
    among: played,
    ...(values.runs === undefined ? {} : { choose: (points, random) => sample(points, runs, random) }),
    onTrouble: (text) => console.error(text),
    onProgress: (done, all) => void (done % 50 === 0 && console.error(`${done} of ${all}`)),
  });
  const { points, killed, troubles } = tally;
  const isGood = say(tally, `; ${points} points, ${killed} killed, ${troubles} with trouble`);
  process.exitCode = isGood && troubles === 0 ? 0 : 1;
} else if (what === 'maintenance') {
  const { kills, told, troubles } = await killInMaintenance({ runs, seed });
  for (const trouble of troubles) console.error(trouble);
  console.log(`seed ${seed}: ${kills} kills, ${told} stored and told, ${troubles.length} troubles`);
  process.exitCode = troubles.length === 0 ? 0 : 1;
} else if (what === 'revisions') {
  const { kills, told, readBack, thinned, troubles } = await killWhileKeepingHistory({ runs, seed });
  for (const trouble of troubles) console.error(trouble);
  console.log(
    `seed ${seed}: ${kills} kills, ${told} revisions stored and told, ${readBack} read back, ${thinned} thinned, ${troubles.length} troubles`,
  );
  process.exitCode = troubles.length === 0 ? 0 : 1;
} else if (what === 'typing') {
  const { kills, lost, damaged } = await tortureTyping({ kills: runs, seed });
  console.log(
    `seed ${seed}: ${kills} kills, ${lost} lost text typed a second before, ${damaged} damaged the library`,
  );
  process.exitCode = lost + damaged === 0 ? 0 : 1;
} else {
  console.error(
    'Say what: npm run torture -- publish|matrix|kills|typing|maintenance|revisions [--runs N] [--seed S]',
  );
  process.exitCode = 1;
}
