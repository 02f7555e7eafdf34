/**
 * Makes the typed client of a contract over a transport. Used by the renderer and by tests; it adds
 * nothing of its own but matching answers to questions.
 */
import type { Client, ContractShape, Member, Outline, Unsubscribe } from './define.ts';
import type { Message, Request, Transport } from './envelope.ts';
import { CodedError } from './errors.ts';

type Listener = (value: unknown) => void;

interface PendingCall {
  resolve(output: unknown): void;
  reject(error: CodedError): void;
}

interface OpenStream {
  readonly member: string;
  readonly input: unknown;
  readonly onItem: Listener;
}

/**
 * The client of a contract over `transport`; of the contract its outline is enough. A call rejects with CodedError; `disconnected` means that it
 * is not known whether it happened. Streams are opened again by themselves when the connection is back.
 */
export function createClient<C extends ContractShape>(
  contract: C | Outline<C>,
  transport: Transport,
): Client<C> {
  const line = createLine(transport);
  const groups = Object.entries(contract).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.entries<Pick<Member, 'kind'>>(members).map(([name, member]) => {
        const full = `${group}.${name}`;
        if (member.kind === 'call') return [name, (input?: unknown) => line.call(full, input)];
        if (member.kind === 'stream')
          return [name, (input: unknown, onItem: Listener) => line.open(full, input, onItem)];
        return [name, (listener: Listener) => line.listen(full, listener)];
      }),
    ),
  ]);
  return Object.fromEntries(groups) as Client<C>;
}

function createLine(transport: Transport) {
  let lastId = 0;
  const calls = new Map<number, PendingCall>();
  const streams = new Map<number, OpenStream>();
  const listeners = new Map<string, Set<Listener>>();

  transport.onMessage((message: Message) => {
    switch (message.type) {
      case 'answer':
        calls.get(message.id)?.resolve(message.output);
        calls.delete(message.id);
        break;
      case 'error':
        calls
          .get(message.id)
          ?.reject(new CodedError(message.error.code, message.error.message, message.error.details));
        calls.delete(message.id);
        break;
      case 'item':
        streams.get(message.id)?.onItem(message.item);
        break;
      case 'event':
        for (const listener of listeners.get(message.name) ?? []) listener(message.payload);
        break;
    }
  });

  transport.onConnection?.((state) => {
    if (state === 'open') {
      for (const [id, { member, input }] of streams) transport.send({ type: 'open', id, member, input });
      return;
    }
    for (const { reject } of calls.values()) reject(disconnected());
    calls.clear();
  });

  return {
    call(member: string, input: unknown): Promise<unknown> {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject });
        if (!transport.send({ type: 'call', id, member, input })) {
          calls.delete(id);
          reject(disconnected());
        }
      });
    },
    open(member: string, input: unknown, onItem: Listener): Unsubscribe {
      const id = ++lastId;
      streams.set(id, { member, input, onItem });
      // A stream asked for while disconnected opens with the connection.
      transport.send({ type: 'open', id, member, input } satisfies Request);
      return () => {
        if (streams.delete(id)) transport.send({ type: 'close', id });
      };
    },
    listen(name: string, listener: Listener): Unsubscribe {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
}

function disconnected(): CodedError {
  return new CodedError('disconnected', 'The connection to the application is lost.');
}
