/** The built application in the browser host, on a library of the bench's own. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../out/main/browser.js', import.meta.url));

export interface BenchHost {
  /** With its token. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Resolves when it listens. */
export async function startHost(library: string): Promise<BenchHost> {
  const child = spawn(process.execPath, [program, '--library', library], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    lines.once('close', () => reject(new Error('The host ended instead of starting.')));
  });
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
