/** `npm run torture -- publish|matrix|kills|typing|maintenance|revisions --runs N --seed S`: sets up what is missing and runs the long tests. */
import { join } from 'node:path';
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runProgram } from './lib/processes.mjs';
import { PlainError, projectNode, root, run } from './lib/project.mjs';

await run(async () => {
  const say = (line) => console.error(line);
  await ensureDependencies(say);
  await ensureBuild(say);
  const script = (...path) => join(root, 'tests', ...path);
  const setup = await runProgram(projectNode, [script('servers', 'wordpress', 'setup.ts')], {
    toStderr: true,
  });
  if (setup.code !== 0) throw new PlainError('There is no test blog; the reason is above.');
  const { code } = await runProgram(projectNode, [script('torture', 'cli.ts'), ...process.argv.slice(2)]);
  return code;
});
