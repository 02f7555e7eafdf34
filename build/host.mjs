/** `npm run host -- --library DIR --port N --token T`: the browser host alone; stdout carries one JSON line. */
import { spawn } from 'node:child_process';
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { standInFor } from './lib/processes.mjs';
import { browserHost, projectNode, run } from './lib/project.mjs';

await run(async () => {
  const say = (line) => console.error(line);
  await ensureDependencies(say);
  await ensureBuild(say);
  return standInFor(
    spawn(projectNode, [browserHost, ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'inherit'] }),
  );
});
