/** Quitting in order: windows first, then the application, then the program — and never not at all. */
import type { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as electron from 'electron';
import type { Application } from '#main/application.ts';
import { quitSafely } from '#main/hosts/electron/safe-quit.ts';
import { flushChannel } from '#shared/contract/channels.ts';
import { type createFakeElectron, FakeWindow } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).createFakeElectron());

const { app, ipcMain } = electron as unknown as ReturnType<typeof createFakeElectron>;
const stop = vi.fn<() => Promise<void>>();
const log = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  stop.mockReset().mockResolvedValue();
  log.mockReset();
  app.removeAllListeners();
  app.quits = 0;
  FakeWindow.windows = [];
  quitSafely({ stop } as unknown as Application, log);
});
afterEach(() => vi.useRealTimers());

/** Whether quitting was put off. */
function askToQuit(): boolean {
  const preventDefault = vi.fn();
  app.emit('before-quit', { preventDefault });
  return preventDefault.mock.calls.length > 0;
}

/** Everything that is due now happens; time stands still. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const ourPage = { url: 'app://brulion/#/post/x', parent: null };
const answer = (window: FakeWindow, senderFrame: unknown = ourPage) =>
  (ipcMain as EventEmitter).emit(flushChannel, { sender: window.webContents, senderFrame });

test('every window is asked to save, and the library closes only after all have', async () => {
  const [one, two] = [new FakeWindow({}), new FakeWindow({})];
  expect(askToQuit()).toBe(true);
  expect(one.webContents.sent).toEqual([[flushChannel]]);
  expect(two.webContents.sent).toEqual([[flushChannel]]);
  answer(one);
  answer(one);
  await settle();
  expect(stop).not.toHaveBeenCalled();
  answer(two);
  await settle();
  expect(stop).toHaveBeenCalledOnce();
  expect(app.quits).toBe(1);
  expect(askToQuit()).toBe(false);
});

test('the program ends only after the application has', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  stop.mockReturnValue(promise);
  askToQuit();
  await settle();
  expect(stop).toHaveBeenCalledOnce();
  expect(app.quits).toBe(0);
  resolve();
  await settle();
  expect(app.quits).toBe(1);
});

test('a window that does not answer is waited for, and not for ever', async () => {
  const { webContents } = new FakeWindow({});
  askToQuit();
  expect(webContents.sent).toEqual([[flushChannel]]);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(stop).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(stop).toHaveBeenCalledOnce();
  expect(app.quits).toBe(1);
  expect((ipcMain as EventEmitter).listenerCount(flushChannel)).toBe(0);
});

test('an application that cannot stop is logged, and the program ends', async () => {
  stop.mockRejectedValue(new Error('no'));
  askToQuit();
  await settle();
  expect(log.mock.calls.map(([level]) => level as string)).toEqual(['error']);
  expect(app.quits).toBe(1);
});

test('asked again and again meanwhile, it saves once, stops once and still waits for the window', async () => {
  const window = new FakeWindow({});
  expect(askToQuit()).toBe(true);
  expect(askToQuit()).toBe(true);
  await settle();
  expect(window.webContents.sent).toEqual([[flushChannel]]);
  expect(stop).not.toHaveBeenCalled();
  answer(window);
  expect(askToQuit()).toBe(true);
  await settle();
  expect(stop).toHaveBeenCalledOnce();
  expect(app.quits).toBe(1);
  expect(askToQuit()).toBe(false);
});

test.each([
  ['a frame in it', { url: 'app://brulion/', parent: ourPage }],
  ['another page', { url: 'https://evil.example/', parent: null }],
  ['a frame that is gone', null],
])('%s does not answer for the window', async (_what, frame) => {
  const window = new FakeWindow({});
  askToQuit();
  answer(window, frame);
  await settle();
  expect(stop).not.toHaveBeenCalled();
  answer(window);
  await settle();
  expect(stop).toHaveBeenCalledOnce();
});

test('a window that is closed meanwhile is waited for no longer', async () => {
  const { webContents } = new FakeWindow({});
  askToQuit();
  webContents.emit('destroyed');
  await settle();
  expect(stop).toHaveBeenCalledOnce();
  expect(webContents.listenerCount('destroyed')).toBe(0);
});
