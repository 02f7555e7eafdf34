/** The application served to any browser on this machine, on 127.0.0.1 only. */
import { createServer } from 'node:http';
import { startApplication } from '../../application.ts';
import type { Log } from '../../host-services.ts';
import { createGate } from './gate.ts';
import { createHttpHandler } from './http.ts';
import { listen } from './listen.ts';
import type { BrowserHostOptions } from './options.ts';
import { serveSockets } from './socket.ts';

export interface BrowserHost {
  /** The whole address, token included. */
  readonly url: string;
  /** Ends connections, lets running steps reach the journal, closes the library. */
  stop(): Promise<void>;
}

/** Opens the library and listens; CodedError when the library cannot be opened. */
export async function startBrowserHost(
  options: BrowserHostOptions,
  rendererFolder: string,
  log: Log,
): Promise<BrowserHost> {
  const host = { kind: 'browser', chooseFolder: null } as const;
  const server = createServer();
  const port = await listen(server, options.port, options.library);
  const application = await startApplication({ libraryFolder: options.library, host, log }).catch(
    (error: unknown) => {
      server.close();
      throw error;
    },
  );
  const gate = createGate(port, options.token);
  server.on('request', createHttpHandler({ application, gate, rendererFolder, port, log }));
  const closeSockets = serveSockets(server, gate, application.dispatcher, log);

  return {
    url: `http://127.0.0.1:${port}/?token=${options.token}`,
    async stop() {
      closeSockets();
      server.close();
      server.closeAllConnections();
      await application.stop();
    },
  };
}
