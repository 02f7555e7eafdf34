/** Sets the test blog up, once per machine: `npm test` runs this before the tests. */
import { ensurePhp } from './php.ts';
import { ensureTemplate } from './template.ts';

const say = (line: string) => console.log(line);

try {
  const php = await ensurePhp(say);
  if (!php) say('There is no PHP here, so WordPress runs on PHP in WebAssembly, which is slower.');
  await ensureTemplate(php, say);
  say('The test blog is ready.');
} catch (error) {
  console.error(`The test blog cannot be had: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
