/** Our own sources as text, for rules about what stands in them nowhere. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A file of the project by its path. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const sources = globSync('src-{main,preload,renderer}/**/*.{ts,tsx,html,css}', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: read(path),
}));

/** Where in what runs this stands; comments and strings too. */
export function filesWith(pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) => (pattern.test(text) ? [path] : [])).toSorted();
}
