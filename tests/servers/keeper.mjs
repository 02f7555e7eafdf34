/**
 * Runs a server for a test and outlives it by nothing: when the test's end of our input closes, also because
 * the test was killed, when somebody ends or interrupts the whole run, or after half an hour, the server and its
 * workers are stopped.
 */
import { spawn, spawnSync } from 'node:child_process';

const longestLifeMs = 30 * 60_000;
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 1, 2], detached: process.platform !== 'win32' });

function stop() {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  // The group: the server with its workers.
  else process.kill(-child.pid, 'SIGKILL');
}

child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once('close', (code) => process.exit(code ?? 0));
setTimeout(stop, longestLifeMs);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();
