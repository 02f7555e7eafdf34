/** Waits until a server answers. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves once `url` answers with success; rejects when `failed` does, or after `longestMs`. */
export async function answering(url: string, failed: Promise<never>, longestMs: number): Promise<void> {
  const end = Date.now() + longestMs;
  const isThere = () =>
    fetch(url, { signal: AbortSignal.timeout(30_000) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
  while (!(await Promise.race([isThere(), failed]))) {
    if (Date.now() > end) throw new Error(`${url} did not answer within ${longestMs} ms.`);
    await sleep(50);
  }
}
