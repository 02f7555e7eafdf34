/**
 * `npm test`: sets up what is missing and runs every check; `npm test -- check|unit|e2e` runs a part. Goes on
 * to the end whatever fails; the last line counts the tests.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runProgram } from './lib/processes.mjs';
import { projectNode, root, run } from './lib/project.mjs';
import { ensureTestBrowser } from './lib/test-browser.mjs';
import { add, noTests, readPlaywright, readVitest } from './lib/test-results.mjs';
import { testElectron } from './lib/test-electron.mjs';

const say = (line) => console.log(`\n▸ ${line}`);
const results = join(root, '.cache', 'test-results');
const tool = (...path) => join(root, 'node_modules', ...path);

const checks = [
  ['Checking types', tool('typescript', 'bin', 'tsc'), ['--noEmit']],
  [
    'Checking style and layers',
    tool('oxlint', 'bin', 'oxlint'),
    ['--deny-warnings', 'src-shared', 'src-main', 'src-preload', 'src-renderer', 'tests', 'build'],
  ],
  ['Checking format', tool('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level=warn', '.']],
];

await run(async () => {
  const only = process.argv[2];
  const wanted = (part) => !only || only === part;
  const notes = [];
  let total = noTests;
  const start = Date.now();

  await ensureDependencies(say);
  mkdirSync(results, { recursive: true });

  if (wanted('check')) {
    for (const [what, script, args] of checks) {
      say(what);
      const { code } = await runProgram(projectNode, [script, ...args]);
      if (code !== 0) notes.push(`${what}: failed`);
      total = add(total, { ...noTests, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
    }
  }

  if (wanted('unit') || wanted('e2e')) {
    await ensureBuild(say);
    say('Setting up the test blog (a real WordPress)');
    const setup = await runProgram(projectNode, [join(root, 'tests', 'servers', 'wordpress', 'setup.ts')]);
    if (setup.code !== 0)
      notes.push('No test blog could be had (the reason is above): its tests are skipped');
  }

  if (wanted('unit')) {
    say('Unit, storage, contract, connector and queue tests');
    const report = join(results, 'vitest.json');
    rmSync(report, { force: true });
    await runProgram(projectNode, [
      tool('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    total = add(total, readVitest(report));
  }

  if (wanted('e2e')) {
    const { browser, missing } = await ensureTestBrowser(say);
    if (missing) {
      notes.push(`The browser tests were not run: ${missing}`);
      total = add(total, { ...noTests, failed: 1 });
    } else {
      say('The whole app in a browser');
      const report = join(results, 'playwright.json');
      rmSync(report, { force: true });
      const env = { BRULION_TEST_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
      await runProgram(projectNode, [tool('@playwright', 'test', 'cli.js'), 'test', '--project=app'], {
        env,
      });
      const counts = readPlaywright(report);
      if (counts.flaky > 0) notes.push(`${counts.flaky} browser tests passed only at their second try`);
      total = add(total, counts);
    }
    const electron = await testElectron(say);
    total = add(total, electron.counts);
    if (electron.note) notes.push(electron.note);
  }

  console.log('');
  for (const note of notes) console.log(`note: ${note}`);
  console.log(`time: ${Math.round((Date.now() - start) / 1000)} s`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
