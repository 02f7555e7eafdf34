/** What a run of the publish torture does, drawn from a seed: the same seed is the same run. */
import type { PlannedFault } from './bad-line.ts';
import { faultCases } from './fault-cases.ts';
import type { SeededRandom } from './seeded-random.ts';

export type Operation = 'publish' | 'save-draft' | 'schedule' | 'update' | 'unpublish';

export interface PlannedOperation {
  readonly operation: Operation;
  readonly faults: readonly PlannedFault[];
}

export interface PublishRun {
  readonly title: string;
  readonly pictures: number;
  readonly tags: readonly string[];
  readonly operations: readonly PlannedOperation[];
}

const stories: readonly (readonly Operation[])[] = [
  ['publish'],
  ['publish', 'update'],
  ['schedule'],
  ['schedule', 'update'],
  ['publish', 'unpublish'],
  ['save-draft', 'publish'],
  ['publish', 'unpublish', 'publish'],
];

/** More than any operation sends, so that a fault may also miss. */
const mostRequests = 24;

export function planRun(random: SeededRandom, number: number): PublishRun {
  const pictures = random.pick([0, 1, 2, 5]);
  return {
    title: `Wpis ${number} – próba ogniowa`,
    pictures,
    tags: Array.from({ length: random.below(3) }, (_tag, at) => `tag ${number}-${at}`),
    operations: random.pick(stories).map((operation) => ({ operation, faults: planFaults(random) })),
  };
}

function planFaults(random: SeededRandom): PlannedFault[] {
  return Array.from({ length: 1 + random.below(2) }, () => ({
    at: random.below(mostRequests),
    times: 1 + random.below(3),
    fault: random.pick(faultCases),
  }));
}
