/** Two plain texts compared by word. */
import type { TextRun } from '../document-diff.ts';
import { editsBetween } from './edits.ts';
import { readableEdits } from './readable-edits.ts';
import { tokenise, type Vocabulary } from './tokenise.ts';

/** The stretches of text that stayed, came and went, in reading order; where text is replaced, what went comes first. */
export function diffText(before: string, after: string): TextRun[] {
  return stretches(before, after).map(({ kind, start, end }) => ({
    kind,
    text: (kind === 'added' ? after : before).slice(start, end),
  }));
}

/** A stretch in UTF-16 code units: of the text after for `added`, else of the text before. */
export interface Stretch {
  readonly kind: TextRun['kind'];
  readonly start: number;
  readonly end: number;
  /** Where a `same` stretch begins in the text after. */
  readonly startAfter: number;
}

export function stretches(before: string, after: string): Stretch[] {
  if (before === after) return before === '' ? [] : [whole('same', before)];
  if (before === '') return [whole('added', after)];
  if (after === '') return [whole('removed', before)];
  const vocabulary: Vocabulary = new Map();
  const a = tokenise(before, vocabulary);
  const b = tokenise(after, vocabulary);
  const out: Stretch[] = [];
  let aNow = 0;
  let bNow = 0;
  const push = (kind: TextRun['kind'], start: number, end: number, startAfter = 0) => {
    if (end > start) out.push({ kind, start, end, startAfter });
  };
  for (const { aStart, aEnd, bStart, bEnd } of readableEdits(editsBetween(a, b), a, b)) {
    push('same', aNow, a.starts[aStart] as number, bNow);
    aNow = a.starts[aEnd] as number;
    bNow = b.starts[bEnd] as number;
    push('removed', a.starts[aStart] as number, aNow);
    push('added', b.starts[bStart] as number, bNow);
  }
  push('same', aNow, before.length, bNow);
  return out;
}

function whole(kind: TextRun['kind'], text: string): Stretch {
  return { kind, start: 0, end: text.length, startAfter: 0 };
}
