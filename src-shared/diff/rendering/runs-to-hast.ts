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
    if (run.kind !== 'format') return changed(run.kind, nodes);
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
    isOn(side, kind) ? changed(kind, [{ type: 'text', value: text }]) : [],
  );
}

/** Nodes as what came, what went, or just themselves. */
export function marked(kind: InlineRun['kind'], nodes: ElementContent[]): ElementContent[] {
  if (nodes.length === 0) return [];
  if (kind === 'added') return [h('ins', nodes)];
  return kind === 'removed' ? [h('del', nodes)] : nodes;
}

/** A stretch of a text as `marked`, with signs for what would not be seen. */
function changed(kind: InlineRun['kind'], nodes: ElementContent[]): ElementContent[] {
  return marked(kind, kind === 'added' || kind === 'removed' ? withSigns(nodes) : nodes);
}

/** Characters without a width of their own. */
const invisible = /^[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+$/u;

function withSigns(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text' && /^\n+$/.test(node.value)) return [sign('↵'), node];
    if (node.type === 'text' && invisible.test(node.value))
      return [sign([...node.value].map(codeOf).join(' ')), node];
    if (node.type !== 'element') return [node];
    if (node.tagName === 'br') return [sign('↵'), node];
    return [{ ...node, children: withSigns(node.children) }];
  });
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function sign(words: string): ElementContent {
  return h('span', { dataSign: '' }, words);
}

function isOn(side: Side, kind: InlineRun['kind']): boolean {
  return side === 'both' || (side === 'before' ? kind !== 'added' : kind !== 'removed');
}
