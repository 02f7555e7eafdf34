/** Every request of every scene × every fault: what a clean run sends is written down first, and then spoilt. */
import type { StepKind } from '#shared/contract/publishing.ts';
import { faultCases, type FaultCase } from './fault-cases.ts';
import { playScene } from './play-scene.ts';
import { playInPortions } from './portions.ts';
import type { Tally } from './publish-tally.ts';
import { scenes, type Scene } from './scenes.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { onStage, type WholeStage } from './stage.ts';

export interface RecordedRequest {
  readonly scene: Scene;
  /** Which request of the scene's deed it is, from 0. */
  readonly at: number;
  readonly step: StepKind;
  readonly call: string;
}

export interface Cell {
  readonly request: RecordedRequest;
  readonly fault: FaultCase;
  /** How many requests in a row. */
  readonly times: number;
}

export interface MatrixOptions {
  readonly seed: number;
  /** All of them when left out. */
  readonly among?: readonly Scene[];
  /** Chooses among all cells; all of them when left out. */
  readonly choose?: (cells: readonly Cell[], random: SeededRandom) => readonly Cell[];
  readonly onTrouble?: (text: string) => void;
  readonly onProgress?: (done: number, all: number) => void;
}

export interface MatrixTally extends Tally {
  readonly cells: readonly Cell[];
  readonly troubles: number;
}

/** So many that a stage's server outlives them. */
const cellsOnAStage = 250;

export async function runMatrix({
  seed,
  among = scenes,
  choose = (cells) => cells,
  onTrouble = () => {},
  onProgress = () => {},
}: MatrixOptions): Promise<MatrixTally> {
  const random = seededRandom(seed);
  const requests = await onStage(async (stage) => {
    const recorded: RecordedRequest[] = [];
    for (const [number, scene] of among.entries()) recorded.push(...(await record(stage, scene, number)));
    return recorded;
  });
  const cells = choose(allCells(requests, random), random);
  let done = 0;
  let troubled = 0;
  const tally = await playInPortions(cells, cellsOnAStage, async (stage, { request, fault, times }) => {
    const { scene, at, step, call } = request;
    const { expected, troubles } = await playScene(stage, {
      scene,
      number: ++done,
      faults: [{ at, times, fault }],
    });
    if (troubles.length > 0) {
      troubled++;
      onTrouble(
        `${scene.name}, ${step}, request ${at} (${call}), ${fault.name} × ${times}: ${troubles.join('; ')}`,
      );
    }
    onProgress(done, cells.length);
    return expected;
  });
  return { ...tally, cells, troubles: troubled };
}

/** A clean run: what is asked, and in which step. */
async function record(stage: WholeStage, scene: Scene, number: number): Promise<RecordedRequest[]> {
  const requests: RecordedRequest[] = [];
  const { jobs } = stage.bed.library;
  const played = await playScene(stage, {
    scene,
    number,
    onRequest({ method, path }, postId) {
      const step = jobs.openOf(postId, stage.accountId)?.steps.find(({ state }) => state === 'running');
      if (!step) throw new Error(`${method} ${path} was sent outside of any step.`);
      requests.push({ scene, at: requests.length, step: step.kind, call: `${method} ${path.slice(0, 80)}` });
    },
  });
  if (played.troubles.length > 0)
    throw new Error(`${scene.name} goes wrong on a good line: ${played.troubles.join('; ')}`);
  return requests;
}

function allCells(requests: readonly RecordedRequest[], random: SeededRandom): Cell[] {
  return requests.flatMap((request) =>
    faultCases.map((fault) => ({ request, fault, times: random.pick([1, 1, 2, 3]) })),
  );
}

/** One cell for each pair of a step's kind and a fault, of whichever scene and request chance says. */
export function eachStepAndFault(cells: readonly Cell[], random: SeededRandom): Cell[] {
  const byPair = Map.groupBy(cells, ({ request, fault }) => `${request.step} ${fault.name}`);
  // The quicker of two: `npm test` has not all day.
  return [...byPair.values()].map((pair) => quicker(random.pick(pair), random.pick(pair)));
}

function quicker(a: Cell, b: Cell): Cell {
  const cost = ({ request, times }: Cell) => request.scene.pictures + request.scene.before.length * 2 + times;
  return cost(a) <= cost(b) ? a : b;
}
