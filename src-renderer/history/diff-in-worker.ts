/** Asks a worker for a comparison. */
import type { DiffAnswer, DiffRequest } from './diff-worker.ts';

/** Rejects when the worker fails; a signal that is aborted ends it. */
export function diffInWorker(request: DiffRequest, signal: AbortSignal): Promise<DiffAnswer> {
  const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<DiffAnswer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<DiffAnswer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
