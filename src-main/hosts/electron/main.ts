/** The desktop program: one instance, one window, the application behind it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, session } from 'electron';
import type { Log } from '../../host-services.ts';
import { startApplication, type Application } from '../../application.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { serveChannel } from './channel.ts';
import { setMenu } from './menu.ts';
import { appPage, isAppPage } from './navigation-policy.ts';
import { openLink } from './open-link.ts';
import { quitSafely } from './safe-quit.ts';
import { windowOptions } from './window-options.ts';
import { readBounds, writeBounds } from './window-state.ts';

const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));
const rendererFolder = fileURLToPath(new URL('../renderer/', import.meta.url));

const log: Log = (level, message, error) => {
  const cause = error instanceof Error ? ` ${error.stack ?? error.message}` : '';
  process.stderr.write(`[${level}] ${message}${cause}\n`);
};

registerAppScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const libraryFolder = process.env['BRULION_LIBRARY'] ?? join(app.getPath('appData'), 'Brulion');
  try {
    const application = await startApplication({
      libraryFolder,
      host: { kind: 'electron', chooseFolder },
      log,
    });
    denyPermissions();
    serveApp(application, rendererFolder);
    serveChannel(application.dispatcher, log);
    quitSafely(application, log);
    setMenu(app.getLocale().startsWith('pl') ? 'pl' : 'en');
    const open = () => openWindow(application, join(libraryFolder, 'window.json'));
    open();
    app.on('second-instance', () => comeForward(open));
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) open();
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
  } catch (error) {
    log('error', 'Brulion could not start', error);
    dialog.showErrorBox('Brulion', error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
}

function openWindow(application: Application, stateFile: string): void {
  const window = new BrowserWindow(windowOptions(preload, readBounds(stateFile)));
  const { webContents } = window;
  webContents.on('will-navigate', (event) => {
    if (!isAppPage(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(({ url }) => {
    openLink(url, application).catch((error: unknown) => log('warn', 'A link could not be opened', error));
    return { action: 'deny' };
  });
  window.on('close', () => writeBounds(stateFile, window.getBounds(), log));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(appPage);
}

/** Whoever starts the program again wants to see it, also when its window was put away or closed. */
function comeForward(open: () => void): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return open();
  if (window.isMinimized()) window.restore();
  window.focus();
}

function denyPermissions(): void {
  // Writing to the clipboard from a person's own click is all the interface needs.
  const allowed = (permission: string) => permission === 'clipboard-sanitized-write';
  session.defaultSession.setPermissionRequestHandler((_page, permission, answer) =>
    answer(allowed(permission)),
  );
  session.defaultSession.setPermissionCheckHandler((_page, permission) => allowed(permission));
  session.defaultSession.setDevicePermissionHandler(() => false);
}

async function chooseFolder(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
