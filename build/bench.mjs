/** `npm run bench [-- library]`: sets up what is missing and measures; one JSON line a figure. */
import { join } from 'node:path';
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runProgram } from './lib/processes.mjs';
import { projectNode, root, run } from './lib/project.mjs';

await run(async () => {
  const say = (line) => console.error(line);
  await ensureDependencies(say);
  await ensureBuild(say);
  const { code } = await runProgram(projectNode, [
    join(root, 'tests', 'bench', 'run.ts'),
    ...process.argv.slice(2),
  ]);
  return code;
});
