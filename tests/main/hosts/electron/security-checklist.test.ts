/** Electron’s own security checklist (electronjs.org/docs/latest/tutorial/security), item by item: what holds each here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as electron from 'electron';
import { parse } from 'yaml';
import { contentOnlyPolicy, contentSecurityPolicy } from '#main/hosts/content-security-policy.ts';
import { isForSystem } from '#main/hosts/electron/navigation-policy.ts';
import { directives } from '../directives.ts';
import { type createFakeElectron, FakeWindow } from './fake-electron.ts';
import { filesWith, read } from './own-sources.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).createFakeElectron());

const { app, seen } = electron as unknown as ReturnType<typeof createFakeElectron>;
let folder: string;
let window: FakeWindow;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brulion-checklist-'));
  vi.stubEnv('BRULION_LIBRARY', folder);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await import('#main/hosts/electron/main.ts');
  await import('../../../../src-preload/preload.ts');
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
  rmSync(folder, { recursive: true, force: true });
});

const webPreferences = () => (window.options as { webPreferences: Record<string, unknown> }).webPreferences;
const desktop = 'src-main/hosts/electron';

/** What a system may have programs for. */
const schemes = `about app blob calculator chrome data devtools file filesystem ftp http https intent itms-apps
  javascript mailto ms-msdt ms-officecmd ms-settings search-ms shell sip sms smb ssh steam tel vbscript view-source
  vscode ws wss x-apple.systempreferences zoommtg`;

interface Item {
  readonly title: string;
  readonly heldBy: string;
  readonly holds: () => void;
}

const items: readonly Item[] = [
  {
    title: 'Only load secure content',
    heldBy: 'one page, from our own scheme; a policy that names no other source',
    holds() {
      expect(window.loaded).toEqual(['app://brulion/']);
      expect(filesWith(/\.loadURL\(|\.loadFile\(/)).toEqual([`${desktop}/main.ts`]);
      const page = read('src-renderer/index.html');
      const named = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
      expect(named.length).toBeGreaterThan(3);
      expect(named.filter((address) => !address?.startsWith('./'))).toEqual([]);
      expect(filesWith(/@import\s+(url\()?["']?(https?:)?\/\/|url\(["']?(https?:)?\/\//)).toEqual([]);
    },
  },
  {
    title: 'Do not enable Node.js integration for remote content',
    heldBy: 'window-options.ts',
    holds() {
      const names = ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'];
      expect(names.map((name) => webPreferences()[name])).toEqual([false, false, false]);
      // Every window has these options, for no other is made.
      expect(filesWith(/new (BrowserWindow|BrowserView|WebContentsView|BaseWindow)\b/)).toEqual([
        `${desktop}/main.ts`,
      ]);
      expect(read(`${desktop}/main.ts`).match(/new BrowserWindow\(windowOptions\(/g)).toHaveLength(1);
    },
  },
  {
    title: 'Enable context isolation',
    heldBy: 'window-options.ts',
    holds: () => expect(webPreferences()['contextIsolation']).toBe(true),
  },
  {
    title: 'Enable process sandboxing',
    heldBy: 'window-options.ts; app.enableSandbox()',
    holds() {
      expect(webPreferences()['sandbox']).toBe(true);
      expect(app.sandboxed).toBe(true);
      expect(filesWith(/no-sandbox|disableSandbox/)).toEqual([]);
    },
  },
  {
    title: 'Handle session permission requests from remote content',
    heldBy: 'denyPermissions in main.ts, before the first window',
    holds() {
      expect([...seen.handlers.keys()]).toEqual(
        expect.arrayContaining(['permission request', 'permission check', 'device permission']),
      );
      const main = read(`${desktop}/main.ts`);
      expect(main.indexOf('denyPermissions();')).toBeLessThan(main.indexOf('open();'));
    },
  },
  {
    title: 'Do not disable webSecurity',
    heldBy: 'window-options.ts',
    holds() {
      expect(webPreferences()['webSecurity']).toBe(true);
      expect(filesWith(/disable-web-security|webSecurity: false/)).toEqual([]);
    },
  },
  {
    title: 'Define a Content Security Policy',
    heldBy: 'content-security-policy.ts, sent by app-protocol.ts',
    holds() {
      expect(directives(contentSecurityPolicy([]))).toEqual({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        // No script can be hidden in a style; popovers are placed by style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      });
      const { sandbox, ...content } = directives(contentOnlyPolicy);
      expect(sandbox).toEqual(['allow-popups', 'allow-popups-to-escape-sandbox', 'allow-same-origin']);
      expect(content['default-src']).toEqual(["'none'"]);
      expect(Object.keys(content).join()).not.toMatch(/(script|frame|child|worker|connect)-src/);
    },
  },
  {
    title: 'Do not enable allowRunningInsecureContent',
    heldBy: 'window-options.ts',
    holds: () => expect(webPreferences()['allowRunningInsecureContent']).toBe(false),
  },
  {
    title: 'Do not enable experimental features',
    heldBy: 'window-options.ts',
    holds() {
      expect(webPreferences()['experimentalFeatures']).toBe(false);
      expect(filesWith(/commandLine\.append/)).toEqual([]);
    },
  },
  {
    title: 'Do not use enableBlinkFeatures',
    heldBy: 'window-options.ts',
    holds() {
      expect(webPreferences()).not.toHaveProperty('enableBlinkFeatures');
      expect(filesWith(/enableBlinkFeatures/)).toEqual([]);
    },
  },
  {
    title: 'Do not use allowpopups for WebViews',
    heldBy: 'there are none',
    holds: () => expect(filesWith(/<webview|allowpopups/i)).toEqual([]),
  },
  {
    title: 'Verify WebView options before creation',
    heldBy: 'will-attach-webview in main.ts; webviewTag off',
    holds() {
      const preventDefault = vi.fn();
      window.webContents.emit(
        'will-attach-webview',
        { preventDefault },
        {},
        { src: 'https://evil.example/' },
      );
      expect(preventDefault).toHaveBeenCalledOnce();
      expect(webPreferences()['webviewTag']).toBe(false);
    },
  },
  {
    title: 'Disable or limit navigation',
    heldBy: 'will-navigate in main.ts; navigation-policy.ts',
    holds() {
      const preventDefault = vi.fn();
      window.webContents.emit('will-navigate', { preventDefault, url: 'https://evil.example/' });
      expect(preventDefault).toHaveBeenCalledOnce();
      // A file dropped on the window is no address to go to.
      expect(webPreferences()['navigateOnDragDrop']).toBe(false);
    },
  },
  {
    title: 'Disable or limit creation of new windows',
    heldBy: 'setWindowOpenHandler in main.ts',
    holds() {
      const answers = ['about:blank', 'app://brulion/', 'https://example.org/'].map((url) =>
        window.webContents.openHandler?.({ url } as never),
      );
      expect(answers).toEqual(answers.map(() => ({ action: 'deny' })));
    },
  },
  {
    title: 'Do not use shell.openExternal with untrusted content',
    heldBy: 'open-link.ts, which asks isForSystem first',
    holds() {
      expect(filesWith(/\bopenExternal\(/)).toEqual([`${desktop}/open-link.ts`]);
      expect(filesWith(/\bshell\b.*from 'electron'/)).toEqual([`${desktop}/open-link.ts`]);
      const taken = (address: (scheme: string) => string) =>
        schemes.split(/\s+/).filter((scheme) => isForSystem(address(scheme)));
      expect(taken((scheme) => `${scheme}://x`)).toEqual(['http', 'https', 'mailto']);
      expect(taken((scheme) => ` ${scheme.toUpperCase()}:x`)).toEqual(['http', 'https', 'mailto']);
    },
  },
  {
    title: 'Use a current version of Electron',
    heldBy: 'package.json, pinned; the version below is raised with it',
    holds() {
      const { devDependencies } = JSON.parse(read('package.json')) as {
        devDependencies: { electron: string };
      };
      const { version } = JSON.parse(read('node_modules/electron/package.json')) as { version: string };
      expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
      expect(version).toBe(devDependencies.electron);
      // Electron mends its three newest majors; when this was written 45 was one of them.
      expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
    },
  },
  {
    title: 'Validate the sender of all IPC messages',
    heldBy: 'isTrustedFrame, in both places that listen',
    holds() {
      const listening = filesWith(/ipcMain\s*\.\s*(on|once|handle|handleOnce|addListener)\(/);
      expect(listening).toEqual([`${desktop}/channel.ts`, `${desktop}/safe-quit.ts`]);
      for (const path of listening) expect(read(path)).toMatch(/isTrustedFrame\(senderFrame\)/);
      expect(
        filesWith(/\.ipc\.(on|once|handle)\(|MessageChannelMain|ipcRenderer\.(sendSync|invoke|sendTo)/),
      ).toEqual([]);
    },
  },
  {
    title: 'Avoid usage of the file:// protocol and prefer usage of custom protocols',
    heldBy: 'app-protocol.ts; grantFileProtocolExtraPrivileges off',
    holds() {
      expect(seen.schemes.map(({ scheme }) => scheme)).toEqual(['app']);
      expect([...seen.handlers.keys()]).toContain('app');
      expect(filesWith(/registerFileProtocol|interceptFileProtocol|loadFile\(/)).toEqual([]);
      const fuses = (parse(read('build/electron-builder.yml')) as { electronFuses: Record<string, boolean> })
        .electronFuses;
      expect(fuses['grantFileProtocolExtraPrivileges']).toBe(false);
    },
  },
  {
    title: 'Check which fuses you can change',
    heldBy: 'build/electron-builder.yml',
    holds() {
      const { electronFuses, asar } = parse(read('build/electron-builder.yml')) as Record<string, unknown>;
      expect(electronFuses).toEqual({
        runAsNode: false,
        enableCookieEncryption: true,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        loadBrowserProcessSpecificV8Snapshot: false,
        grantFileProtocolExtraPrivileges: false,
      });
      // Its integrity can be held only where there is an archive.
      expect(asar).toBe(true);
    },
  },
  {
    title: 'Do not expose Electron APIs to untrusted web content',
    heldBy: 'preload.ts: three functions that carry envelopes',
    holds() {
      expect([...seen.exposed.keys()]).toEqual(['brulion']);
      const bridge = seen.exposed.get('brulion') ?? {};
      expect(Object.keys(bridge).toSorted()).toEqual(['onFlush', 'onMessage', 'send']);
      const heard: unknown[][] = [];
      bridge['onMessage']?.(((...args: unknown[]) => void heard.push(args)) as never);
      const { ipcRenderer } = electron as unknown as ReturnType<typeof createFakeElectron>;
      ipcRenderer.emit('brulion:message', { sender: ipcRenderer }, { type: 'answer', id: 1 });
      // The event, whose sender is all of ipcRenderer, stays behind.
      expect(heard).toEqual([[{ type: 'answer', id: 1 }]]);
      expect(filesWith(/from 'electron'/).filter((path) => !path.startsWith(desktop))).toEqual([
        'src-preload/preload.ts',
      ]);
    },
  },
];

test('the list is whole', () => expect(items).toHaveLength(20));

test.each(items.map((item, at) => [at + 1, item.title, item.heldBy, item.holds] as const))(
  '%i. %s: %s',
  (_number, _title, _heldBy, holds) => {
    expect.hasAssertions();
    holds();
  },
);
