/** Quitting in order: windows save what they have, running publish steps reach the journal, the library closes. */
import { app, BrowserWindow, ipcMain, type WebContents } from 'electron';
import { flushChannel } from '#shared/contract/channels.ts';
import type { Application } from '../../application.ts';
import type { Log } from '../../host-services.ts';
import { isTrustedFrame } from './navigation-policy.ts';

/** A window that does not answer must not keep the application from quitting; what it had was autosaved a second ago. */
const flushTimeoutMs = 3_000;

export function quitSafely(application: Application, log: Log): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    // Asked again meanwhile: windows are saving already, and the application is stopped once.
    if (state === 'stopping') return;
    state = 'stopping';
    Promise.all(BrowserWindow.getAllWindows().map(({ webContents }) => flush(webContents)))
      .then(() => application.stop())
      .catch((error: unknown) => log('error', 'Brulion did not stop cleanly', error))
      .finally(() => {
        state = 'stopped';
        app.quit();
      });
  });
}

function flush(page: WebContents): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      ipcMain.off(flushChannel, answered);
      page.off('destroyed', finish);
      resolve();
    };
    const answered = ({ sender, senderFrame }: Electron.IpcMainEvent) => {
      if (sender === page && isTrustedFrame(senderFrame)) finish();
    };
    const timer = setTimeout(finish, flushTimeoutMs);
    ipcMain.on(flushChannel, answered);
    page.once('destroyed', finish);
    page.send(flushChannel);
  });
}
