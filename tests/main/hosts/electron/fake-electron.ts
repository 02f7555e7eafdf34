/**
 * Stands in for Electron, which vitest cannot load: notes what the host registers and gives it back, decides
 * nothing. To be put in place by `vi.mock('electron', …)`.
 */
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type Registered = (...args: never[]) => unknown;

/** One page, and the messages main sent it. */
export class FakePage extends EventEmitter {
  readonly sent: (readonly [string, ...unknown[]])[] = [];
  destroyed = false;
  openHandler: Registered | null = null;

  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...args]);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  setWindowOpenHandler(handler: Registered): void {
    this.openHandler = handler;
  }
}

export class FakeWindow extends EventEmitter {
  static windows: FakeWindow[] = [];
  readonly webContents = new FakePage();
  readonly loaded: string[] = [];
  readonly options: unknown;

  constructor(options: unknown) {
    super();
    this.options = options;
    FakeWindow.windows.push(this);
  }

  static getAllWindows(): FakeWindow[] {
    return FakeWindow.windows;
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }

  getBounds() {
    return { width: 900, height: 700, x: 10, y: 20 };
  }

  minimized = false;
  focused = 0;
  show(): void {}
  isMinimized = () => this.minimized;
  restore(): void {
    this.minimized = false;
  }
  focus(): void {
    this.focused++;
  }
}

class FakeApp extends EventEmitter {
  sandboxed = false;
  quits = 0;
  exitCode: number | null = null;

  enableSandbox(): void {
    this.sandboxed = true;
  }
  requestSingleInstanceLock = () => true;
  whenReady = () => Promise.resolve();
  getPath = () => '/nonexistent';
  getLocale = () => 'en-GB';
  quit(): void {
    this.quits++;
  }
  exit(code: number): void {
    this.exitCode = code;
  }
}

/** A fresh stand-in; `seen` holds what was registered or asked for. */
export function createFakeElectron() {
  FakeWindow.windows = [];
  const seen = {
    handlers: new Map<string, Registered>(),
    schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
    opened: [] as string[],
    exposed: new Map<string, Record<string, Registered>>(),
    rendererSent: [] as (readonly [string, ...unknown[]])[],
  };
  const note = (name: string) => (handler: Registered) => void seen.handlers.set(name, handler);
  const ipcRenderer = Object.assign(new EventEmitter(), {
    send: (channel: string, ...args: unknown[]) => void seen.rendererSent.push([channel, ...args]),
  });
  return {
    seen,
    app: new FakeApp(),
    BrowserWindow: FakeWindow,
    ipcMain: new EventEmitter(),
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, Registered>) => void seen.exposed.set(name, api),
    },
    dialog: { showErrorBox: (title: string, text: string) => void seen.opened.push(`${title}: ${text}`) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
    net: {
      fetch: async (url: string) => new Response(new Uint8Array(await readFile(fileURLToPath(url)))),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: typeof seen.schemes) => void seen.schemes.push(...schemes),
      handle: (scheme: string, handler: Registered) => void seen.handlers.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: note('permission request'),
        setPermissionCheckHandler: note('permission check'),
        setDevicePermissionHandler: note('device permission'),
      },
    },
    shell: {
      openExternal: (url: string) => Promise.resolve(void seen.opened.push(url)),
      openPath: (path: string) => Promise.resolve((seen.opened.push(path), '')),
    },
  };
}
