/** Asks a worker for a comparison, or for what can be made of one. */
import type { ComparedDocuments, DiffCalls, DiffRequest } from './diff-worker.ts';

/** One that has compared already is several times as quick the next time, so it is kept for a while, ms. */
const keptMs = 60_000;

let idle: { readonly worker: Worker; readonly timer: ReturnType<typeof setTimeout> } | null = null;

function takeWorker(): Worker {
  if (!idle) return new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
  const { worker, timer } = idle;
  clearTimeout(timer);
  idle = null;
  return worker;
}

function giveBack(worker: Worker): void {
  if (idle) {
    worker.terminate();
    return;
  }
  const end = () => {
    idle = null;
    worker.terminate();
  };
  idle = { worker, timer: setTimeout(end, keptMs) };
}

/** Rejects when the worker fails; a signal that is aborted ends it. */
export async function diffInWorker<Name extends keyof DiffCalls>(
  name: Name,
  { before, after }: ComparedDocuments,
  ask: DiffCalls[Name]['ask'],
  signal?: AbortSignal,
): Promise<DiffCalls[Name]['answer']> {
  signal?.throwIfAborted();
  const worker = takeWorker();
  const listening = new AbortController();
  const once = { once: true, signal: listening.signal };
  try {
    const answer = await new Promise<DiffCalls[Name]['answer']>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), once);
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<DiffCalls[Name]['answer']>) => resolve(data),
        once,
      );
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), once);
      const request = { name, before, after, ...ask } as DiffRequest;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(request);
    });
    giveBack(worker);
    return answer;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    listening.abort();
  }
}
