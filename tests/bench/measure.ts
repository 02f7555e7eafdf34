/** Timing: the same work many times, ours and its reference by turns, so that a busy moment of the machine hits both. */
export interface Comparison {
  /** ms, the middle of all runs. */
  readonly ours: number;
  readonly reference: number;
  /** ms, what 95 of 100 runs stay below. */
  readonly oursP95: number;
  readonly referenceP95: number;
}

type Work = (turn: number) => unknown;

/** Runs both by turns; the first few turns warm up and do not count. */
export async function compare(
  ours: Work,
  reference: Work,
  turns: number,
  warmUp = Math.ceil(turns / 10),
): Promise<Comparison> {
  const times: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let turn = -warmUp; turn < turns; turn++) {
    // Who goes first changes, for the second finds caches warm.
    const order = turn % 2 === 0 ? (['ours', 'reference'] as const) : (['reference', 'ours'] as const);
    for (const who of order) {
      const ms = await time(who === 'ours' ? ours : reference, turn);
      if (turn >= 0) times[who].push(ms);
    }
  }
  return {
    ours: quantile(times.ours, 0.5),
    reference: quantile(times.reference, 0.5),
    oursP95: quantile(times.ours, 0.95),
    referenceP95: quantile(times.reference, 0.95),
  };
}

export async function time(work: Work, turn = 0): Promise<number> {
  const start = performance.now();
  await work(turn);
  return performance.now() - start;
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN;
}
