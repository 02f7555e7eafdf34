/** Compared text as hast: what came in <ins>, what went in <del>, other marks in a <span> that says so. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { inlineToHast } from '../../document/bridge/inline-to-hast.ts';
import { codeText } from '../../document/bridge/text-blocks.ts';
import type { InlineRun, TextRun } from '../document-diff.ts';
import type { DiffTexts, Side } from './diff-to-hast-options.ts';

export function inlineRunsToHast(
  runs: readonly InlineRun[],
  side: Side,
  texts: Pick<DiffTexts, 'formats'>,
): ElementContent[] {
  return runs.flatMap((run): ElementContent[] => {
    if (!isOn(side, run.kind)) return [];
    const nodes = inlineToHast((side === 'before' && run.nodesBefore) || run.nodes);
    if (run.kind !== 'format') return marked(run.kind, nodes);
    const formats = run.formats ?? [];
    const names = formats.map(({ format }) => format).join(' ');
    return [h('span', { dataFormatChange: names, title: texts.formats(formats) }, nodes)];
  });
}

/** Runs of a code block: its lines as they are, without marks. A run's own text is for matching, not for showing. */
export function codeRunsToHast(runs: readonly InlineRun[], side: Side): ElementContent[] {
  const shown = runs.map(({ kind, nodes }) => ({
    kind: kind === 'format' ? ('same' as const) : kind,
    text: codeText({ children: nodes }),
  }));
  return textRunsToHast(
    shown.filter(({ text }) => text !== ''),
    side,
  );
}

export function textRunsToHast(runs: readonly TextRun[], side: Side): ElementContent[] {
  return runs.flatMap(({ kind, text }) =>
    isOn(side, kind) ? marked(kind, [{ type: 'text', value: text }]) : [],
  );
}

/** Nodes as what came, what went, or just themselves. */
export function marked(kind: InlineRun['kind'], nodes: ElementContent[]): ElementContent[] {
  if (nodes.length === 0) return [];
  if (kind === 'added') return [h('ins', nodes)];
  return kind === 'removed' ? [h('del', nodes)] : nodes;
}

function isOn(side: Side, kind: InlineRun['kind']): boolean {
  return side === 'both' || (side === 'before' ? kind !== 'added' : kind !== 'removed');
}
