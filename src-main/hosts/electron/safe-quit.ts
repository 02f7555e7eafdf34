/** Quitting in order: windows save what they have, running publish steps reach the journal, the library closes. */
import { app, BrowserWindow, ipcMain, type WebContents } from 'electron';
import { flushChannel } from '#shared/contract/channels.ts';
import type { Application } from '../../application.ts';
import type { Log } from '../../host-services.ts';

/** A window that does not answer must not keep the application from quitting; what it had was autosaved a second ago. */
const flushTimeoutMs = 3_000;

export function quitSafely(application: Application, log: Log): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    Promise.all(BrowserWindow.getAllWindows().map(({ webContents }) => flush(webContents)))
      .then(() => application.stop())
      .catch((error: unknown) => log('error', 'Brulion did not stop cleanly', error))
      .finally(() => {
        stopped = true;
        app.quit();
      });
  });
}

function flush(page: WebContents): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      ipcMain.off(flushChannel, answered);
      resolve();
    };
    const answered = (event: Electron.IpcMainEvent) => {
      if (event.sender === page) finish();
    };
    const timer = setTimeout(finish, flushTimeoutMs);
    ipcMain.on(flushChannel, answered);
    page.send(flushChannel);
  });
}
