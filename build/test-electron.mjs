/** `npm run test:electron`: the Electron tests alone; skipped with the reason where they cannot run. */
import { ensureBuild } from './lib/bundle.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { run } from './lib/project.mjs';
import { testElectron } from './lib/test-electron.mjs';

await run(async () => {
  await ensureDependencies(console.log);
  await ensureBuild(console.log);
  const { counts, note } = await testElectron(console.log);
  if (note) console.log(`note: ${note}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed > 0 ? 1 : 0;
});
