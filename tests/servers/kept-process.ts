/** A server process that cannot outlive the test that started it. */
import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface KeptProcess {
  /** Rejects when the process ends before it was stopped. */
  readonly failed: Promise<never>;
  /** Resolves once the process and all its children are gone. */
  stop(): Promise<void>;
}

export interface KeptProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A file that takes its output. */
  readonly log: string;
}

export function startKept(
  command: string,
  args: readonly string[],
  options: KeptProcessOptions,
): KeptProcess {
  const log = openSync(options.log, 'a');
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('keeper.mjs', import.meta.url)), command, ...args],
    {
      env: { ...process.env, ...options.env },
      stdio: ['pipe', log, log],
    },
  );
  closeSync(log);
  const ended = new Promise<number | null>((resolve) => keeper.once('close', resolve));
  let stopping = false;
  const failed = new Promise<never>((_resolve, reject) => {
    void ended.then((code) => {
      if (!stopping) reject(new Error(`${command} ended by itself (${code}); see ${options.log}`));
    });
  });
  // Whoever waits for the start listens; later ends show in the tests themselves.
  failed.catch(() => undefined);
  return {
    failed,
    async stop() {
      stopping = true;
      keeper.stdin?.end();
      await ended;
    },
  };
}
