/** `npm run screenshots`: takes the README's pictures from the running application, into docs/screenshots/. */
import { join } from 'node:path';
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runProgram } from './lib/processes.mjs';
import { PlainError, projectNode, root, run } from './lib/project.mjs';
import { ensureTestBrowser } from './lib/test-browser.mjs';

await run(async () => {
  await ensureDependencies(console.log);
  await ensureBuild(console.log);
  const { browser, missing } = await ensureTestBrowser(console.log);
  if (missing) throw new PlainError(`No pictures can be taken: ${missing}.`);
  const setup = await runProgram(projectNode, [join(root, 'tests', 'servers', 'wordpress', 'setup.ts')]);
  if (setup.code !== 0) throw new PlainError('No pictures can be taken without the test blog.');
  const env = { BRULION_TEST_BROWSER: browser };
  const { code } = await runProgram(
    projectNode,
    [join(root, 'tests', 'screenshots', 'take.ts'), ...process.argv.slice(2)],
    { env },
  );
  return code;
});
