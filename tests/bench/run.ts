/** `npm run bench [-- library|editor|start|publish|memory|revisions|diff]`: prints a JSON line a figure; fails when one breaks its budget. */
import { benchDiff } from './diff-bench.ts';
import { benchEditor } from './editor-bench.ts';
import { benchLibrary } from './library-bench.ts';
import { benchMemory } from './memory-bench.ts';
import { benchPublishing } from './publish-bench.ts';
import { brokenBudgets } from './report.ts';
import { benchRevisions } from './revisions-bench.ts';
import { benchStart } from './start-bench.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  library: benchLibrary,
  editor: benchEditor,
  start: benchStart,
  publish: benchPublishing,
  memory: benchMemory,
  revisions: benchRevisions,
  diff: benchDiff,
};
const wanted = process.argv[2];
if (wanted !== undefined && !(wanted in parts))
  throw new Error(`Say which: ${Object.keys(parts).join(', ')}.`);
for (const [name, bench] of Object.entries(parts)) {
  if (!wanted || wanted === name) await bench();
}
process.exitCode = brokenBudgets() > 0 ? 1 : 0;
