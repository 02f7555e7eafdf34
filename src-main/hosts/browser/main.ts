/** Starts the browser host: prints one JSON line with its address when it is ready, stops cleanly on SIGTERM. */
import { fileURLToPath } from 'node:url';
import { CodedError } from '#shared/contract/errors.ts';
import type { Log } from '../../host-services.ts';
import { startBrowserHost } from './browser-host.ts';
import { readOptions } from './options.ts';

const rendererFolder = fileURLToPath(new URL('../renderer/', import.meta.url));

const log: Log = (level, message, error) => {
  const cause = error instanceof Error ? ` ${error.stack ?? error.message}` : '';
  process.stderr.write(`[${level}] ${message}${cause}\n`);
};

try {
  const host = await startBrowserHost(readOptions(process.argv.slice(2)), rendererFolder, log);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    host.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log('error', 'Brulion did not stop cleanly', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write(`${JSON.stringify({ url: host.url })}\n`);
} catch (error) {
  const known = error instanceof CodedError || (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(
    `Brulion could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  if (!known) log('error', 'The reason', error);
  process.exit(1);
}
