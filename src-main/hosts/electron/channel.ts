/** The contract over Electron's IPC: two channels, every sender checked. */
import { ipcMain, type WebContents } from 'electron';
import type { Contract } from '#shared/contract/contract.ts';
import { fromMainChannel, toMainChannel } from '#shared/contract/channels.ts';
import type { Connection, Dispatcher } from '../../dispatch/dispatcher.ts';
import type { Log } from '../../host-services.ts';
import { isTrustedFrame } from './navigation-policy.ts';

/** Connects windows to the dispatcher as they first speak; a sender that is not our page is answered with a coded error. */
export function serveChannel(dispatcher: Dispatcher<Contract>, log: Log): void {
  const connections = new Map<WebContents, Connection>();

  ipcMain.on(toMainChannel, (event, request: unknown) => {
    const { sender, senderFrame } = event;
    if (!isTrustedFrame(senderFrame)) {
      log('warn', 'A message from an untrusted sender was refused');
      const error = { code: 'untrusted-sender', message: 'Only Brulion’s own page may ask.', details: {} };
      sender.send(fromMainChannel, { type: 'error', id: idOf(request), error });
      return;
    }
    let connection = connections.get(sender);
    if (!connection) {
      connection = dispatcher.connect((message) => {
        if (!sender.isDestroyed()) sender.send(fromMainChannel, message);
      });
      connections.set(sender, connection);
      // A reloaded page is a new window: its streams and its hold on a draft are not carried over.
      const navigated = (details: { isMainFrame: boolean; isSameDocument: boolean }) => {
        if (details.isMainFrame && !details.isSameDocument) leave();
      };
      const leave = () => {
        sender.off('did-start-navigation', navigated);
        sender.off('destroyed', leave);
        connections.get(sender)?.close();
        connections.delete(sender);
      };
      sender.on('did-start-navigation', navigated);
      sender.once('destroyed', leave);
    }
    connection.receive(request);
  });
}

function idOf(request: unknown): number {
  const id = typeof request === 'object' && request !== null && 'id' in request ? request.id : -1;
  return typeof id === 'number' ? id : -1;
}
