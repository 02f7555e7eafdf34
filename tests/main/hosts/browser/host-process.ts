/** The browser host as its own process, from source. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../../src-main/hosts/browser/main.ts', import.meta.url));

export interface HostProcess {
  readonly pid: number;
  /** The one line it prints when it is ready, as it is; null when it ended before. */
  readonly firstLine: string | null;
  /** Everything it wrote to its error stream so far. */
  complaints(): string;
  /** Its exit code; the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
  signal(name: NodeJS.Signals): void;
}

export async function startHostProcess(args: readonly string[]): Promise<HostProcess> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (complaints += part));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const lines = createInterface(child.stdout);
  const firstLine = await Promise.race([
    once(lines, 'line').then(([line]) => line as string),
    ended.then(() => null),
  ]);
  return {
    pid: child.pid as number,
    firstLine,
    complaints: () => complaints,
    ended,
    signal: (name) => void child.kill(name),
  };
}
