/** `npm run bench [-- PART]`: sets up what is missing and measures; one JSON line a figure. */
import { join } from 'node:path';
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runProgram } from './lib/processes.mjs';
import { PlainError, projectNode, root, run } from './lib/project.mjs';
import { ensureTestBrowser } from './lib/test-browser.mjs';

await run(async () => {
  const say = (line) => console.error(line);
  await ensureDependencies(say);
  await ensureBuild(say);
  const { browser, missing } = await ensureTestBrowser(say);
  if (missing) throw new PlainError(`There is nothing to measure the window in: ${missing}.`);
  const setup = await runProgram(projectNode, [join(root, 'tests', 'servers', 'wordpress', 'setup.ts')], {
    quiet: true,
  });
  if (setup.code !== 0) say('No test blog could be had, so publishing is not measured.');
  const { code } = await runProgram(
    projectNode,
    [join(root, 'tests', 'bench', 'run.ts'), ...process.argv.slice(2)],
    { env: { BRULION_TEST_BROWSER: browser } },
  );
  return code;
});
