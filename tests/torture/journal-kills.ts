/**
 * The process is killed before and after every write to the journal of every operation, also with an answer lost just
 * before, and once more in the next process: which finishes the job, once.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PlannedFault } from './bad-line.ts';
import { faultCases } from './fault-cases.ts';
import { untruths } from './job-truth.ts';
import { compareScene, prepareScene } from './play-scene.ts';
import type { Order, Report } from './publish-process.ts';
import { playInPortions } from './portions.ts';
import type { Tally } from './publish-tally.ts';
import { scenes, type Scene } from './scenes.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { onStage, type WholeStage } from './stage.ts';

export interface KillPoint {
  readonly scene: Scene;
  readonly when: 'before' | 'after';
  /** Which write to the journal, from 1. */
  readonly write: number;
  /** The request before it whose answer is lost, from 0. */
  readonly lost?: number;
  /** The request of the next process whose answer is lost, from 0. */
  readonly lostNext?: number;
}

export interface KillOptions {
  readonly seed: number;
  /** All of them when left out. */
  readonly among?: readonly Scene[];
  readonly choose?: (points: readonly KillPoint[], random: SeededRandom) => readonly KillPoint[];
  readonly onTrouble?: (text: string) => void;
  readonly onProgress?: (done: number, all: number) => void;
}

export interface KillTally extends Tally {
  readonly points: number;
  /** Points at which the process really was killed. */
  readonly killed: number;
  readonly troubles: number;
}

const lostReply = faultCases.find(({ name }) => name === 'reply lost') as PlannedFault['fault'];
/** A lost answer is written down by two writes: the step's, and the job's that waits. */
const writesOfAFailure = 2;
/** The next process first asks whether what was ambiguous has happened; then it acts. */
const requestsNext = 3;
/** So many that a stage's server outlives them. */
const pointsOnAStage = 150;

export async function killAtJournal({
  seed,
  among = scenes,
  choose = (points) => points,
  onTrouble = () => {},
  onProgress = () => {},
}: KillOptions): Promise<KillTally> {
  const random = seededRandom(seed);
  let number = 0;
  let killed = 0;
  let troubled = 0;

  async function play(stage: WholeStage, scene: Scene, point: KillPoint | null) {
    const played = await playAndKill(stage, scene, ++number, point);
    if (played.wasKilled) killed++;
    if (played.troubles.length > 0) {
      troubled++;
      onTrouble(`${JSON.stringify({ ...point, scene: scene.name })}: ${played.troubles.join('; ')}`);
    }
    return played;
  }

  const points = await onStage(async (stage) => {
    const found: KillPoint[] = [];
    for (const scene of among)
      found.push(...pointsOf(scene, (await play(stage, scene, null)).report.timeline, random));
    return found;
  });
  const chosen = choose(points, random);
  let done = 0;
  const tally = await playInPortions(chosen, pointsOnAStage, async (stage, point) => {
    const { expected } = await play(stage, point.scene, point);
    onProgress(++done, chosen.length);
    return expected;
  });
  return { ...tally, points: chosen.length, killed, troubles: troubled };
}

/** Every point at which a clean run with this timeline can be killed. */
export function pointsOf(scene: Scene, timeline: Report['timeline'], random: SeededRandom): KillPoint[] {
  const at = (write: number, lost?: { lost: number; lostNext?: number }): KillPoint[] => [
    { scene, when: 'before', write, ...lost },
    { scene, when: 'after', write, ...lost },
  ];
  const points: KillPoint[] = [];
  let writes = 0;
  let requests = 0;
  for (const event of timeline) {
    if (event === 'write') points.push(...at(++writes));
    else {
      const lost = requests++;
      for (let more = 1; more <= writesOfAFailure; more++) {
        points.push(...at(writes + more, { lost }));
        points.push(...at(writes + more, { lost, lostNext: random.below(requestsNext) }));
      }
    }
  }
  return points;
}

async function playAndKill(stage: WholeStage, scene: Scene, number: number, point: KillPoint | null) {
  const { bed, line, accountId } = stage;
  const prepared = await prepareScene(stage, { scene, number });
  const { folder } = bed;
  const { report, wasKilled } = await bed.whileQuit(async () => {
    const deed = { postId: prepared.postId, accountId, deed: scene.deed };
    await line.play(lost(point?.lost));
    const first = await runProcess({
      folder,
      deed,
      ...(point ? { kill: { when: point.when, write: point.write } } : {}),
    });
    if (first) return { report: first, wasKilled: false };
    await line.play(lost(point?.lostNext));
    const next = await runProcess({ folder });
    if (!next) throw new Error('The process that was not to be killed died.');
    return { report: next, wasKilled: true };
  });
  const [job] = bed.queue.jobs(1);
  if (!job || job.postId !== prepared.postId) throw new Error('The job is not the newest.');
  const { expected, troubles } = compareScene(stage, prepared, job);
  const said =
    job.state === report.state ? [] : [`the process said ${report.state}, the journal ${job.state}`];
  return { report, wasKilled, expected, troubles: [...untruths(job, []), ...said, ...troubles] };
}

function lost(at: number | undefined): PlannedFault[] {
  return at === undefined ? [] : [{ at, times: 1, fault: lostReply }];
}

/** What the process that publishes reported in the end; null when it was killed. Rejects when it ended otherwise. */
export async function runProcess(order: Order): Promise<Report | null> {
  const script = fileURLToPath(new URL('publish-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') return null;
  if (code !== 0) throw new Error(`The process that publishes ended with ${code}.`);
  return JSON.parse(output) as Report;
}
