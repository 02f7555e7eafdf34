/** One change at a time in each folder: two posts published at once would write the index over one another. */
const lastTurns = new Map<string, Promise<void>>();

/** Runs `work` when everybody who asked earlier for this folder is done, whether it went well or not. */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = lastTurns.get(folder);
  const { promise: turn, resolve: done } = Promise.withResolvers<void>();
  lastTurns.set(folder, turn);
  try {
    await before;
    return await work();
  } finally {
    done();
    if (lastTurns.get(folder) === turn) lastTurns.delete(folder);
  }
}
