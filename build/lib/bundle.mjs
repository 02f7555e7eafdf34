/** Builds out/ when the sources are newer than what is there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserHost, PlainError, projectNode, root } from './project.mjs';
import { runProgram } from './processes.mjs';

const sources = [
  'src-shared',
  'src-main',
  'src-preload',
  'src-renderer',
  'electron.vite.config.ts',
  'build/vite',
  'tsconfig.json',
  'package-lock.json',
];
const stampFile = join(root, 'out', 'sources.sha256');

/** Leaves a build of the present sources in out/. */
export async function ensureBuild(say) {
  const stamp = hashOf(sources);
  if (existsSync(browserHost) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building …');
  const { code, output } = await runProgram(
    projectNode,
    [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    {
      quiet: true,
      env: { NODE_ENV: 'production' },
    },
  );
  if (code !== 0) throw new PlainError(`${output}\nThe build failed; the reason is above.`);
  writeFileSync(stampFile, stamp);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const entries = existsSync(join(root, path)) ? [path] : [];
  return entries.flatMap((entry) => {
    try {
      return readdirSync(join(root, entry), { recursive: true, withFileTypes: true })
        .filter((found) => found.isFile())
        .map((found) => join(found.parentPath, found.name).slice(root.length))
        .toSorted();
    } catch (error) {
      if (error.code === 'ENOTDIR') return [entry];
      throw error;
    }
  });
}
