/** Work that must not be done by two jobs at once, by its name. */
export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Runs `work` when everybody who asked earlier under this name is done, whether it went well or not. */
export function createTurns(): InTurn {
  const lastTurns = new Map<string, Promise<void>>();
  return async (name, work) => {
    const before = lastTurns.get(name);
    const { promise: turn, resolve: done } = Promise.withResolvers<void>();
    lastTurns.set(name, turn);
    try {
      await before;
      return await work();
    } finally {
      done();
      if (lastTurns.get(name) === turn) lastTurns.delete(name);
    }
  };
}
