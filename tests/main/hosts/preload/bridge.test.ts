/** The preload bridge gives the page a transport for envelopes, and nothing of Electron. */
import type { EventEmitter } from 'node:events';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as electron from 'electron';
import { flushChannel, fromMainChannel, toMainChannel } from '#shared/contract/channels.ts';
import type { Message, Request } from '#shared/contract/envelope.ts';
import type { createFakeElectron } from '../electron/fake-electron.ts';

vi.mock('electron', async () => (await import('../electron/fake-electron.ts')).createFakeElectron());

const { seen, ipcRenderer } = electron as unknown as ReturnType<typeof createFakeElectron>;
const fromMain = ipcRenderer as EventEmitter;
/** As Electron passes it: through it a page could speak on any channel. */
const event = { sender: ipcRenderer };

interface Bridge {
  send(request: Request): boolean;
  onMessage(listener: (...args: unknown[]) => void): () => void;
  onFlush(flush: () => Promise<void>): void;
}
let bridge: Bridge;

beforeAll(async () => {
  await import('../../../../src-preload/preload.ts');
  bridge = seen.exposed.get('brulion') as unknown as Bridge;
});
beforeEach(() => {
  seen.rendererSent.length = 0;
  fromMain.removeAllListeners();
});

test('one name with three functions is all the page is given', () => {
  expect([...seen.exposed.keys()]).toEqual(['brulion']);
  expect(Object.keys(bridge).toSorted()).toEqual(['onFlush', 'onMessage', 'send']);
  expect(Object.values(bridge).map((member) => typeof member)).toEqual(['function', 'function', 'function']);
});

test('requests go to main on the one channel, and nothing comes back but “sent”', () => {
  const request: Request = { type: 'call', id: 1, member: 'app.info' };
  expect(bridge.send(request)).toBe(true);
  expect(seen.rendererSent).toEqual([[toMainChannel, request]]);
});

describe('messages', () => {
  const message: Message = { type: 'answer', id: 1, output: null };

  test('reach the page without the event they came with', () => {
    const listener = vi.fn();
    bridge.onMessage(listener);
    fromMain.emit(fromMainChannel, event, message);
    expect(listener.mock.calls).toEqual([[message]]);
  });

  test('stop when the page stops listening, for that listener only', () => {
    const [one, two] = [vi.fn(), vi.fn()];
    const stop = bridge.onMessage(one);
    bridge.onMessage(two);
    stop();
    fromMain.emit(fromMainChannel, event, message);
    expect(one).not.toHaveBeenCalled();
    expect(two).toHaveBeenCalledOnce();
  });
});

test('nothing of Electron comes back when the page stops listening', () => {
  expect(bridge.onMessage(() => {})()).toBeUndefined();
});

describe('before quitting', () => {
  test('main is answered after the page has saved', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const flush = vi.fn(() => promise);
    bridge.onFlush(flush);
    fromMain.emit(flushChannel, event);
    expect(flush.mock.calls).toEqual([[]]);
    expect(seen.rendererSent).toEqual([]);
    resolve();
    await vi.waitFor(() => expect(seen.rendererSent).toEqual([[flushChannel]]));
  });

  test('main is answered also when the page could not save', async () => {
    bridge.onFlush(() => Promise.reject(new Error('disk full')));
    fromMain.emit(flushChannel, event);
    await vi.waitFor(() => expect(seen.rendererSent).toEqual([[flushChannel]]));
  });
});
