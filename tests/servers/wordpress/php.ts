/** Finds a PHP that can run WordPress; on Debian, as root, installs one. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const modules = ['pdo_sqlite', 'xml', 'mbstring', 'gd', 'curl'];
const debianPackages = ['cli', 'sqlite3', 'xml', 'mbstring', 'gd', 'curl'];

/** The command of a PHP ≥ 8.1 with all WordPress needs; null when there is none, or BRULION_TEST_PHP is `wasm`. */
export async function findPhp(): Promise<string | null> {
  if (process.env['BRULION_TEST_PHP'] === 'wasm') return null;
  for (const command of [process.env['BRULION_TEST_PHP'], 'php', 'php8.4', 'php8.3', 'php8.2']) {
    if (command && (await canRunWordPress(command))) return command;
  }
  return null;
}

/** As findPhp, but installs Debian's when this is root on Debian and there is none. */
export async function ensurePhp(say: (line: string) => void): Promise<string | null> {
  const found = await findPhp();
  if (
    found ||
    process.env['BRULION_TEST_PHP'] === 'wasm' ||
    process.platform !== 'linux' ||
    process.getuid?.() !== 0
  )
    return found;
  say('Installing PHP from Debian …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = (version: string) =>
    run(
      'apt-get',
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        ...debianPackages.map((part) => `php${version}-${part}`),
      ],
      { env },
    );
  try {
    await run('apt-get', ['update', '-qq'], { env });
    await install('8.2').catch(() => install(''));
  } catch (error) {
    say(`That did not work: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  return findPhp();
}

async function canRunWordPress(command: string): Promise<boolean> {
  const check = `exit(PHP_VERSION_ID >= 80100 && !array_diff(${JSON.stringify(modules)}, array_map('strtolower', get_loaded_extensions())) ? 0 : 1);`;
  return run(command, ['-r', check]).then(
    () => true,
    () => false,
  );
}
