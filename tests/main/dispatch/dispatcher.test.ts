import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createDispatcher } from '#main/dispatch/dispatcher.ts';
import { createClient } from '#shared/contract/client.ts';
import { call, event, stream } from '#shared/contract/define.ts';
import type { Message, Transport } from '#shared/contract/envelope.ts';
import { CodedError } from '#shared/contract/errors.ts';

const contract = {
  notes: {
    echo: call(z.object({ text: z.string().max(5) }), z.object({ text: z.string() }), ['post-not-found']),
    ticks: stream(z.object({ from: z.number() }), z.number()),
    changed: event(z.object({ id: z.number() })),
  },
} as const;

function setUp() {
  const log = vi.fn();
  const ended = vi.fn();
  let tick: (n: number) => void = () => {};
  const dispatcher = createDispatcher(
    contract,
    {
      notes: {
        echo: ({ text }) => {
          if (text === 'gone') throw new CodedError('post-not-found', 'No such post.', { id: 7 });
          if (text === 'boom') throw new Error('secret stack');
          return { text, password: 'must not cross' };
        },
        ticks: ({ from }, push) => {
          tick = push;
          push(from);
          return ended;
        },
      },
    },
    log,
  );
  const sent: Message[] = [];
  let deliver: (message: Message) => void = () => {};
  const connection = dispatcher.connect((message) => {
    sent.push(message);
    deliver(message);
  });
  const transport: Transport = {
    send: (request) => {
      connection.receive(request);
      return true;
    },
    onMessage: (listener) => {
      deliver = listener;
      return () => {};
    },
  };
  return {
    dispatcher,
    connection,
    sent,
    log,
    ended,
    tick: (n: number) => tick(n),
    client: createClient(contract, transport),
  };
}

describe('dispatcher', () => {
  test('answers a call with its output, and with nothing the contract does not name', async () => {
    const { client } = setUp();
    expect(await client.notes.echo({ text: 'abc' })).toEqual({ text: 'abc' });
  });

  test('refuses a bad argument with a coded error that says where', async () => {
    const { client } = setUp();
    await expect(client.notes.echo({ text: 'too long' })).rejects.toMatchObject({
      code: 'bad-argument',
      details: { path: 'text' },
    });
  });

  test('passes a coded error through and hides what an unexpected one says', async () => {
    const { client, log } = setUp();
    await expect(client.notes.echo({ text: 'gone' })).rejects.toMatchObject({
      code: 'post-not-found',
      details: { id: 7 },
    });
    const failure: unknown = await client.notes.echo({ text: 'boom' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'internal' });
    expect(String(failure)).not.toContain('secret');
    expect(log).toHaveBeenCalledWith('error', 'notes.echo failed', expect.any(Error));
  });

  test.each([
    ['not an object', 42, -1],
    ['no type', { id: 3, member: 'notes.echo' }, 3],
    ['an inherited name', { type: 'call', id: 4, member: 'notes.toString', input: {} }, 4],
    ['an inherited group', { type: 'call', id: 5, member: '__proto__.constructor', input: {} }, 5],
    ['an event called', { type: 'call', id: 6, member: 'notes.changed', input: {} }, 6],
    ['a stream called', { type: 'call', id: 7, member: 'notes.ticks', input: { from: 1 } }, 7],
    ['a call opened', { type: 'open', id: 8, member: 'notes.echo', input: { text: 'a' } }, 8],
  ])('answers %s with a coded error', async (_what, request, id) => {
    const { connection, sent } = setUp();
    connection.receive(request);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      type: 'error',
      id,
      error: { code: expect.stringMatching(/bad-argument|unknown-member/) },
    });
  });

  test('a stream pushes until it is closed, and ends with its window', () => {
    const { client, connection, ended, tick } = setUp();
    const items: number[] = [];
    const stop = client.notes.ticks({ from: 1 }, (n) => items.push(n));
    tick(2);
    stop();
    tick(3);
    expect(items).toEqual([1, 2]);
    expect(ended).toHaveBeenCalledTimes(1);
    client.notes.ticks({ from: 1 }, () => {});
    connection.close();
    expect(ended).toHaveBeenCalledTimes(2);
  });

  test('events reach every window, or the one named, and none that left', () => {
    const { dispatcher, client, connection } = setUp();
    const heard = vi.fn();
    client.notes.changed(heard);
    dispatcher.emit('notes.changed', { id: 1 });
    dispatcher.emit('notes.changed', { id: 2 }, 'somebody else');
    dispatcher.emit('notes.changed', { id: 3 }, connection.clientId);
    connection.close();
    dispatcher.emit('notes.changed', { id: 4 });
    expect(heard.mock.calls).toEqual([[{ id: 1 }], [{ id: 3 }]]);
  });
});

describe('a client whose connection is lost', () => {
  test('rejects what was under way with `disconnected` and opens its streams again', async () => {
    const requests: unknown[] = [];
    let state: (s: 'open' | 'lost') => void = () => {};
    let connected = true;
    const client = createClient(contract, {
      send: (request) => connected && requests.push(request) > 0,
      onMessage: () => () => {},
      onConnection: (listener) => {
        state = listener;
        return () => {};
      },
    });
    client.notes.ticks({ from: 5 }, () => {});
    const pending = client.notes.echo({ text: 'a' });
    connected = false;
    state('lost');
    await expect(pending).rejects.toMatchObject({ code: 'disconnected' });
    await expect(client.notes.echo({ text: 'b' })).rejects.toMatchObject({ code: 'disconnected' });
    connected = true;
    requests.length = 0;
    state('open');
    expect(requests).toEqual([{ type: 'open', id: 1, member: 'notes.ticks', input: { from: 5 } }]);
  });
});
