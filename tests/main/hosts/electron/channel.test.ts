/** The contract over IPC: only our own page, in its own top frame, is listened to. */
import { EventEmitter } from 'node:events';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as electron from 'electron';
import { serveChannel } from '#main/hosts/electron/channel.ts';
import type { Dispatcher } from '#main/dispatch/dispatcher.ts';
import { fromMainChannel, toMainChannel } from '#shared/contract/channels.ts';
import type { Contract } from '#shared/contract/contract.ts';
import type { Message } from '#shared/contract/envelope.ts';
import { FakePage } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).createFakeElectron());

const ipcMain = electron.ipcMain as unknown as EventEmitter;
const received: (readonly [string, unknown])[] = [];
const closed: string[] = [];
const sends = new Map<string, (message: Message) => void>();
const complaints: string[] = [];

/** Notes what reaches it; the real one has tests of its own. */
const dispatcher = {
  connect(send: (message: Message) => void) {
    const clientId = `window ${sends.size + 1}`;
    sends.set(clientId, send);
    return {
      clientId,
      receive: (request: unknown) => void received.push([clientId, request]),
      close: () => void closed.push(clientId),
    };
  },
} as unknown as Dispatcher<Contract>;

const page = 'app://brulion/';
const request = { type: 'call', id: 7, member: 'app.info' };
let sender: FakePage;

beforeAll(() => serveChannel(dispatcher, (_level, message) => void complaints.push(message)));
beforeEach(() => {
  received.length = closed.length = complaints.length = 0;
  sends.clear();
  sender = new FakePage();
});

function speak(
  senderFrame: unknown = { parent: null, url: page },
  message: unknown = request,
  from = sender,
) {
  ipcMain.emit(toMainChannel, { sender: from, senderFrame }, message);
}

describe('refused with a coded error, and never heard by the application', () => {
  test.each([
    ['a foreign page', { parent: null, url: 'https://evil.example/' }],
    ['a file', { parent: null, url: 'file:///index.html' }],
    ['another host of the scheme', { parent: null, url: 'app://evil/' }],
    ['a picture opened as a page', { parent: null, url: 'app://brulion/media/x' }],
    ['an empty page', { parent: null, url: 'about:blank' }],
    ['a page without an address', { parent: null, url: '' }],
    ['a frame in our own page', { parent: { url: page }, url: page }],
    ['a frame that is gone', null],
  ])('%s', (_what, frame) => {
    speak(frame);
    expect(received).toEqual([]);
    expect(sends.size).toBe(0);
    expect(sender.sent).toMatchObject([
      [fromMainChannel, { type: 'error', id: 7, error: { code: 'untrusted-sender' } }],
    ]);
    expect(complaints).toHaveLength(1);
  });

  test.each([[null], ['text'], [{}], [{ id: 'seven' }]])('whatever it sends: %j', (message) => {
    speak({ parent: null, url: 'https://evil.example/' }, message);
    expect(sender.sent).toMatchObject([[fromMainChannel, { type: 'error', id: -1 }]]);
  });
});

describe('our own page', () => {
  test('is heard as it speaks, over one connection, and answered on its own channel', () => {
    speak();
    speak({ parent: null, url: `${page}#/post/1` }, 'anything');
    expect(received).toEqual([
      ['window 1', request],
      ['window 1', 'anything'],
    ]);
    const message: Message = { type: 'answer', id: 7, output: null };
    sends.get('window 1')?.(message);
    expect(sender.sent).toEqual([[fromMainChannel, message]]);
  });

  test('has a connection for each window', () => {
    const other = new FakePage();
    speak();
    speak(undefined, request, other);
    sends.get('window 2')?.({ type: 'answer', id: 7 });
    expect(sender.sent).toEqual([]);
    expect(other.sent).toHaveLength(1);
  });

  test('loses its trust when the same window goes elsewhere', () => {
    speak();
    speak({ parent: null, url: 'https://evil.example/' });
    expect(received).toHaveLength(1);
    expect(sender.sent).toMatchObject([[fromMainChannel, { error: { code: 'untrusted-sender' } }]]);
  });

  test('reloaded, begins anew', () => {
    speak();
    sender.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    expect(closed).toEqual(['window 1']);
    speak();
    expect(received.at(-1)).toEqual(['window 2', request]);
  });

  test.each([
    ['a change of its hash', { isMainFrame: true, isSameDocument: true }],
    ['a frame in it', { isMainFrame: false, isSameDocument: false }],
  ])('goes on after %s', (_what, details) => {
    speak();
    sender.emit('did-start-navigation', details);
    expect(closed).toEqual([]);
  });

  test('closed, is let go once and sent nothing more', () => {
    speak();
    sender.destroyed = true;
    sender.emit('destroyed');
    sends.get('window 1')?.({ type: 'answer', id: 7 });
    expect(closed).toEqual(['window 1']);
    expect(sender.sent).toEqual([]);
  });

  test('reloaded many times, leaves nothing behind', () => {
    for (let i = 0; i < 5; i++) {
      speak();
      sender.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    }
    expect(closed).toHaveLength(5);
    expect(sender.listenerCount('did-start-navigation')).toBe(0);
    expect(sender.listenerCount('destroyed')).toBe(0);
  });
});
