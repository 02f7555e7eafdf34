/** A window of a running browser host that keeps every frame it received, as the bytes that came. */
import { once } from 'node:events';
import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';
import { createClient } from '#shared/contract/client.ts';
import { encodeOptions } from '#shared/contract/frames.ts';
import { contract, type BrulionClient } from '#shared/contract/contract.ts';
import type { Message } from '#shared/contract/envelope.ts';
import type { JobState, JobView } from '#shared/contract/publishing.ts';

export interface RecordedWindow {
  readonly client: BrulionClient;
  readonly frames: readonly Buffer[];
  /** Resolves with the newest job once it is in one of these states, and is not what it was before. */
  reaches(jobId: string, ...states: JobState[]): Promise<JobView>;
  close(): void;
}

export async function openRecordedWindow(address: string): Promise<RecordedWindow> {
  const { host, port, origin, searchParams } = new URL(address);
  const cookie = `brulion-${port}=${searchParams.get('token')}`;
  const socket = new WebSocket(`ws://${host}/socket`, { headers: { cookie, origin } });
  await once(socket, 'open');
  const frames: Buffer[] = [];
  const listeners = new Set<(message: Message) => void>();
  socket.on('message', (data: Buffer) => {
    frames.push(data);
    for (const listener of listeners) listener(decode(data) as Message);
  });
  const client = createClient(contract, {
    send: (request) => {
      socket.send(encode(request, encodeOptions));
      return true;
    },
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });

  return {
    client,
    frames,
    reaches: (jobId, ...states) =>
      new Promise((resolve) => {
        const stop = client.publishing.jobs({ limit: 50 }, (jobs) => {
          const job = jobs.find(({ id }) => id === jobId);
          if (!job || !states.includes(job.state)) return;
          queueMicrotask(() => stop());
          resolve(job);
        });
      }),
    close: () => socket.terminate(),
  };
}
