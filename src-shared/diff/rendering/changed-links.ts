/** Words of a block that lead elsewhere now. */
import type { BlockChange, FormatChange, InlineRun } from '../document-diff.ts';

export interface ChangedLink {
  readonly words: string;
  readonly link: FormatChange;
}

/** In reading order; neighbouring words with the same change are one. */
export function linksOf(change: BlockChange): ChangedLink[] {
  const links: ChangedLink[] = [];
  let before: InlineRun | null = null;
  for (const run of runsOf(change)) {
    const link = run.formats?.find(({ format }) => format === 'link');
    const last = links.at(-1);
    if (link && last && before?.kind === 'format' && isSame(last.link, link))
      links[links.length - 1] = { link, words: last.words + run.text };
    else if (link) links.push({ link, words: run.text });
    before = run;
  }
  return links;
}

const isSame = (one: FormatChange, other: FormatChange) =>
  one.change === other.change && one.before === other.before && one.after === other.after;

function runsOf(change: BlockChange): readonly InlineRun[] {
  if (change.kind === 'split' || change.kind === 'merged') return change.parts.flat();
  if (change.kind !== 'changed' && change.kind !== 'moved') return [];
  switch (change.content?.kind) {
    case 'inline':
      return change.content.runs;
    case 'list':
      return change.content.items.flatMap((item) => ('runs' in item ? item.runs : []));
    default:
      return [];
  }
}
