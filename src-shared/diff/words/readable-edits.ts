/**
 * Edits as a person would have made them (after diff-match-patch's semantic clean-up, by word): no small word left
 * standing alone between two rewritten passages, and inserted text begins where a sentence or a word does.
 */
import type { Edit } from './edits.ts';
import type { Tokens } from './tokenise.ts';

export function readableEdits(edits: readonly Edit[], a: Tokens, b: Tokens): Edit[] {
  const letters = { a: lettersBefore(a), b: lettersBefore(b) };
  const joined: Edit[] = [];
  for (const edit of edits) {
    let now = edit;
    for (let last = joined.at(-1); last && isCrumbBetween(last, now, a, letters); last = joined.at(-1)) {
      joined.pop();
      now = { aStart: last.aStart, aEnd: now.aEnd, bStart: last.bStart, bEnd: now.bEnd };
    }
    joined.push(now);
  }
  return joined.map((edit, at) => slid(edit, joined[at - 1], a, b));
}

interface Letters {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** How many letters stand before each token. */
function lettersBefore({ count, starts, isWord }: Tokens): Int32Array {
  const sums = new Int32Array(count + 1);
  for (let at = 0; at < count; at++) {
    const length = isWord[at] ? (starts[at + 1] as number) - (starts[at] as number) : 0;
    sums[at + 1] = (sums[at] as number) + length;
  }
  return sums;
}

/** What is the same between two edits is a crumb when it is this many times smaller than each. */
const crumbFactor = 3;
const longestCrumb = 30;

function isCrumbBetween(left: Edit, right: Edit, a: Tokens, letters: Letters): boolean {
  const between = (letters.a[right.aStart] as number) - (letters.a[left.aEnd] as number);
  if (between > longestCrumb) return false;
  const smaller = Math.min(sizeOf(left, letters), sizeOf(right, letters));
  if (smaller === 0 || between * crumbFactor > smaller) return false;
  // A new line parts what is rewritten: each line is read for itself.
  const text = a.text.slice(a.starts[left.aEnd], a.starts[right.aStart]);
  return !/[\n\u2029]/.test(text);
}

/** Letters that were rewritten; what only came or only went rewrites nothing, and weighs less. */
function sizeOf({ aStart, aEnd, bStart, bEnd }: Edit, { a, b }: Letters): number {
  const gone = (a[aEnd] as number) - (a[aStart] as number);
  const come = (b[bEnd] as number) - (b[bStart] as number);
  return gone > 0 && come > 0 ? Math.max(gone, come) : Math.max(gone, come) / crumbFactor;
}

const furthestSlide = 200;

/**
 * What was only inserted or only removed may often stand at several places: “a b. a c. a b.” The one that begins
 * after a sentence's or line's end is taken, else the first that begins a word.
 */
function slid(edit: Edit, previous: Edit | undefined, a: Tokens, b: Tokens): Edit {
  const isInsertion = edit.aStart === edit.aEnd;
  if (!isInsertion && edit.bStart !== edit.bEnd) return edit;
  const own = isInsertion ? b : a;
  const [start, end] = isInsertion ? [edit.bStart, edit.bEnd] : [edit.aStart, edit.aEnd];
  const room = Math.min(
    edit.aStart - (previous?.aEnd ?? 0),
    edit.bStart - (previous?.bEnd ?? 0),
    furthestSlide,
  );
  let best = 0;
  let bestWorth = worthOf(own, start, end);
  for (let by = 1; by <= room && own.ids[start - by] === own.ids[end - by]; by++) {
    const worth = worthOf(own, start - by, end - by);
    if (worth > bestWorth) {
      best = by;
      bestWorth = worth;
    }
  }
  return {
    aStart: edit.aStart - best,
    aEnd: edit.aEnd - best,
    bStart: edit.bStart - best,
    bEnd: edit.bEnd - best,
  };
}

/** How well a stretch reads as one thing: beginning a line or sentence, or at least a word, and ending with a space. */
function worthOf(tokens: Tokens, start: number, end: number): number {
  const { starts, text, isSpace } = tokens;
  const before = text.slice(Math.max(0, (starts[start] as number) - 2), starts[start]);
  const last = text.slice(starts[end - 1], starts[end]);
  if (start === 0 || /\n$|\u2029$/.test(before)) return 4;
  if (/[.!?…:]\s$/.test(before)) return 3;
  if (/\n/.test(last)) return 2;
  return isSpace[start] === 0 && isSpace[end - 1] === 1 ? 1 : 0;
}
