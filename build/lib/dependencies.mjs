/** Installs what package-lock.json names, when it is not there yet. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, projectNode, root } from './project.mjs';
import { runNpm, runProgram } from './processes.mjs';

/** Makes node_modules match the lockfile and checks that the project's Node 24 runs. `say` tells the person. */
export async function ensureDependencies(say) {
  if (!installed()) {
    say('Installing dependencies (a minute or two the first time) …');
    // No package here needs its install script: native code comes prebuilt inside the packages.
    const { code } = await runNpm(['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
      toStderr: true,
    });
    if (code !== 0)
      throw new PlainError(
        'The dependencies could not be installed: npm could not reach its registry, or said why above.',
      );
  }
  const { code, output } = await runProgram(projectNode, ['--version'], { quiet: true }).catch(() => ({
    code: 1,
    output: '',
  }));
  if (code !== 0 || !output.startsWith('v24.')) {
    throw new PlainError(
      `There is no Node 24 package for this machine (${process.platform}-${process.arch}), which Brulion runs under.`,
    );
  }
}

/** npm notes what it installed in a lockfile of its own; we compare that with ours. */
function installed() {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const have = JSON.parse(readFileSync(noted, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    return have[path] ? have[path].version === version : Boolean(optional || devOptional || peer);
  });
}
