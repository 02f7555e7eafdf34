/** `npm run bench [-- library|editor|diff]`: prints a JSON line a figure; fails when one breaks its budget. */
import { benchDiff } from './diff-bench.ts';
import { benchEditor } from './editor-bench.ts';
import { benchLibrary } from './library-bench.ts';
import { brokenBudgets } from './report.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  library: benchLibrary,
  editor: benchEditor,
  diff: benchDiff,
};
const wanted = process.argv[2];
for (const [name, bench] of Object.entries(parts)) {
  if (!wanted || wanted === name) await bench();
}
process.exitCode = brokenBudgets() > 0 ? 1 : 0;
