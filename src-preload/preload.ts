/** The bridge in Electron: hands the page a transport for the contract's envelopes, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import { flushChannel, fromMainChannel, toMainChannel } from '#shared/contract/channels.ts';
import type { Message, Request } from '#shared/contract/envelope.ts';

contextBridge.exposeInMainWorld('brulion', {
  send(request: Request): boolean {
    ipcRenderer.send(toMainChannel, request);
    return true;
  },
  onMessage(listener: (message: Message) => void): () => void {
    const receive = (_event: unknown, message: Message) => listener(message);
    ipcRenderer.on(fromMainChannel, receive);
    return () => {
      ipcRenderer.off(fromMainChannel, receive);
    };
  },
  /** Calls back before the application quits; it waits until the promise settles, within bounds. */
  onFlush(flush: () => Promise<void>): void {
    ipcRenderer.on(flushChannel, () => {
      const done = () => ipcRenderer.send(flushChannel);
      flush().then(done, done);
    });
  },
});
