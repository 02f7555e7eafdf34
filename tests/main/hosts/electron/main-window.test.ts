/** What the desktop program does with its window, its links and permissions. Real application, Electron stood in for. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as electron from 'electron';
import { type createFakeElectron, FakeWindow } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).createFakeElectron());

const { app, seen } = electron as unknown as ReturnType<typeof createFakeElectron>;
let folder: string;
let window: FakeWindow;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-electron-'));
  vi.stubEnv('BRULION_LIBRARY', folder);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await import('#main/hosts/electron/main.ts');
  window = await vi.waitFor(() => {
    const [first] = FakeWindow.windows;
    if (!first) throw new Error('There is no window yet.');
    return first;
  });
});

afterAll(async () => {
  FakeWindow.windows = [];
  app.emit('before-quit', { preventDefault: () => {} });
  await vi.waitFor(() => {
    if (app.quits === 0) throw new Error('The application has not stopped yet.');
  });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** Whether the event was stopped. */
function isStopped(name: string, event: object = {}): boolean {
  const preventDefault = vi.fn();
  window.webContents.emit(name, { preventDefault, ...event });
  return preventDefault.mock.calls.length > 0;
}

test('one window opens on the application’s own page, sandboxed, isolated and without Node', () => {
  expect(FakeWindow.windows).toHaveLength(1);
  expect(window.loaded).toEqual(['app://brulion/']);
  expect(app.sandboxed).toBe(true);
  expect(window.options).toMatchObject({
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
  });
});

describe('navigation', () => {
  test.each([
    'https://evil.example/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,<p>',
    'javascript:alert(1)',
    'about:blank',
    'app://evil/',
    'app://brulion/assets/main.js',
    'app://brulion/media/x',
    'app://brulion@evil.example/',
    'blob:app://brulion/0',
    '',
  ])('to “%s” is denied', (url) => expect(isStopped('will-navigate', { url })).toBe(true));

  test.each(['app://brulion/', 'app://brulion/#/posts', 'app://brulion/?x'])('to %s is not', (url) => {
    expect(isStopped('will-navigate', { url })).toBe(false);
  });

  test('by a webview is denied', () => expect(isStopped('will-attach-webview')).toBe(true));
});

describe('window.open is denied', () => {
  const open = (url: string) => window.webContents.openHandler?.({ url } as never);

  test.each(['https://example.org/a', 'http://example.org/', 'mailto:ala@example.org'])(
    'and %s goes to the system',
    async (url) => {
      seen.opened.length = 0;
      expect(open(url)).toEqual({ action: 'deny' });
      await vi.waitFor(() => expect(seen.opened).toEqual([url]));
    },
  );

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<p>',
    'smb://server/share',
    'ms-settings:',
    'ssh://host',
    'app://brulion/',
    'app://brulion/site/00000000-0000-7000-8000-000000000000/index.html',
    'about:blank',
    '',
  ])('and “%s” goes nowhere', async (url) => {
    seen.opened.length = 0;
    expect(open(url)).toEqual({ action: 'deny' });
    // A link of the web asked for afterwards has come out: what was to come before it has.
    open('https://example.org/after');
    await vi.waitFor(() => expect(seen.opened).toContain('https://example.org/after'));
    expect(seen.opened).toEqual(['https://example.org/after']);
  });
});

describe('permissions', () => {
  test.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'unknown',
  ])('%s is denied, asked for and looked up', (permission) => {
    const answer = vi.fn();
    seen.handlers.get('permission request')?.(
      window.webContents as never,
      permission as never,
      answer as never,
    );
    expect(answer.mock.calls).toEqual([[false]]);
    expect(seen.handlers.get('permission check')?.(null as never, permission as never)).toBe(false);
  });

  test('writing to the clipboard is not', () => {
    const answer = vi.fn();
    const name = 'clipboard-sanitized-write' as never;
    seen.handlers.get('permission request')?.(window.webContents as never, name, answer as never);
    expect(answer.mock.calls).toEqual([[true]]);
  });

  test('devices are denied', () => {
    expect(seen.handlers.get('device permission')?.({ deviceType: 'usb' } as never)).toBe(false);
  });
});

describe('started a second time', () => {
  test('a window that was put away comes back and to the front', () => {
    window.minimized = true;
    app.emit('second-instance');
    expect(window.minimized).toBe(false);
    expect(window.focused).toBe(1);
    app.emit('second-instance');
    expect(window.focused).toBe(2);
  });

  test('a program whose windows are all closed opens one', () => {
    const before = FakeWindow.windows;
    FakeWindow.windows = [];
    app.emit('second-instance');
    expect(FakeWindow.windows.map(({ loaded }) => loaded)).toEqual([['app://brulion/']]);
    FakeWindow.windows = before;
  });
});

test('the window’s place is remembered beside the library', async () => {
  window.emit('close');
  const written = JSON.parse(await readFile(join(folder, 'window.json'), 'utf8')) as unknown;
  expect(written).toEqual({ width: 900, height: 700, x: 10, y: 20 });
});
