/** Where two token sequences differ, as a list of replaced stretches. */
import { alignSequences } from '../sequence/align-sequences.ts';
import type { Tokens } from './tokenise.ts';

/** Tokens `aStart..aEnd` of the one text stand as `bStart..bEnd` in the other; either may be empty. */
export interface Edit {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/**
 * The edits from one text to another, ascending. Words are aligned alone; the white space between them follows them,
 * so that two changed words never hang together by the space between.
 */
export function editsBetween(a: Tokens, b: Tokens): Edit[] {
  const aWords = solidTokens(a);
  const bWords = solidTokens(b);
  const matches = alignSequences(
    aWords.map((at) => a.ids[at] as number),
    bWords.map((at) => b.ids[at] as number),
  );
  const edits: Edit[] = [];
  let aNow = 0;
  let bNow = 0;
  const close = (aEnd: number, bEnd: number) => {
    const edit = trimmed(a, b, { aStart: aNow, aEnd, bStart: bNow, bEnd });
    if (edit) edits.push(edit);
  };
  for (let word = 0; word < matches.length; word++) {
    const match = matches[word] as number;
    if (match < 0) continue;
    const aAt = aWords[word] as number;
    const bAt = bWords[match] as number;
    if (aAt > aNow || bAt > bNow) close(aAt, bAt);
    aNow = aAt + 1;
    bNow = bAt + 1;
  }
  close(a.count, b.count);
  return edits;
}

function solidTokens({ count, isSpace }: Tokens): Int32Array {
  const solid = new Int32Array(count);
  let found = 0;
  for (let at = 0; at < count; at++) if (isSpace[at] === 0) solid[found++] = at;
  return solid.subarray(0, found);
}

/** Without the tokens that both begin or end with; null when nothing is left. */
function trimmed(a: Tokens, b: Tokens, edit: Edit): Edit | null {
  let { aStart, aEnd, bStart, bEnd } = edit;
  while (aStart < aEnd && bStart < bEnd && a.ids[aStart] === b.ids[bStart]) {
    aStart += 1;
    bStart += 1;
  }
  while (aStart < aEnd && bStart < bEnd && a.ids[aEnd - 1] === b.ids[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  return aStart === aEnd && bStart === bEnd ? null : { aStart, aEnd, bStart, bEnd };
}
