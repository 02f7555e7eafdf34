/** The real application in the browser host, on a library of the test's own; it can be stopped, killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const host = fileURLToPath(new URL('../../out/main/browser.js', import.meta.url));
const longestStartMs = 30_000;

export interface TestApp {
  /** The library's folder. */
  readonly library: string;
  /** The address with its token; the same after every start. */
  readonly url: string;
  start(): Promise<void>;
  /** As a person quits it. */
  stop(): Promise<void>;
  /** As a power cut ends it. */
  kill(): Promise<void>;
  /** Stops it and removes the library. */
  dispose(): Promise<void>;
}

/** `folder` is where the library is to be; whoever names one removes it. */
export async function createTestApp(folder?: string): Promise<TestApp> {
  const library = folder ?? (await mkdtemp(join(tmpdir(), 'brulion-e2e-')));
  /** The first start finds a free one. */
  let port = 0;
  const token = randomBytes(24).toString('base64url');
  let running: ChildProcess | null = null;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = running;
    running = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  return {
    library,
    get url() {
      return `http://127.0.0.1:${port}/?token=${token}`;
    },
    async start() {
      const child = spawn(
        process.execPath,
        [host, '--library', library, '--port', `${port}`, '--token', token],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      running = child;
      const { url } = JSON.parse(await firstLine(child)) as { url: string };
      port = Number(new URL(url).port);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async dispose() {
      await end('SIGTERM');
      await rm(library, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Resolves with the line that says the host is ready. */
function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The host has no output.');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The host did not start in time.')), longestStartMs);
    child.once('exit', (code) => reject(new Error(`The host ended with ${code} instead of starting.`)));
    lines.once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
  });
}
