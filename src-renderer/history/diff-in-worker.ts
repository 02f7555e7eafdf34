/** Asks a worker for a comparison, or for what can be made of one. */
import type { ComparedDocuments, DiffCalls, DiffRequest } from './diff-worker.ts';

/** Rejects when the worker fails; a signal that is aborted ends it. */
export function diffInWorker<Name extends keyof DiffCalls>(
  name: Name,
  { before, after }: ComparedDocuments,
  ask: DiffCalls[Name]['ask'],
  signal?: AbortSignal,
): Promise<DiffCalls[Name]['answer']> {
  const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<DiffCalls[Name]['answer']>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<DiffCalls[Name]['answer']>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    const request = { name, before, after, ...ask } as DiffRequest;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
