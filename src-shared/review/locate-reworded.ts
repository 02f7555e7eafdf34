/**
 * Where words stand that were reworded since: the stretch of a block that takes the fewest changed words to be what was
 * quoted with what stood around it (Sellers' approximate matching, by word).
 */
import { tokenise, type Vocabulary } from '../diff/words/tokenise.ts';
import type { Anchor } from '../contract/review.ts';

/** A block's words. */
interface Words {
  readonly ids: readonly number[];
  /** UTF-16 offsets into the block's text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

interface Pattern {
  readonly ids: readonly number[];
  /** The quoted ones among them: from this one to before that one; the others stood around. */
  readonly from: number;
  readonly to: number;
}

export interface Stretch {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** As many characters of its surroundings as an anchor keeps at most: a word at the end of those may be cut. */
const wholeContext = 32;
/** Blocks come and go: so far from where it stood, a block may still be the same one. */
const nearBlocks = 2;
/** So many words that stayed are no accident further away, where most must have. */
const enoughWords = 3;
const mostElsewhere = 1 / 3;

/** Finds reworded quotes in the same texts; null where the words were removed, or too little is as it was. */
export function rewordedIn(texts: readonly string[]): (anchor: Anchor) => Stretch | null {
  const vocabulary: Vocabulary = new Map();
  let blocks: readonly Words[] | null = null;
  return (anchor) => {
    blocks ??= texts.map((text) => wordsOf(text, vocabulary));
    const pattern = patternOf(anchor, vocabulary);
    return pattern && bestStretch(blocks, pattern, anchor.block);
  };
}

function bestStretch(blocks: readonly Words[], pattern: Pattern, ownBlock: number): Stretch | null {
  const known = new Set(pattern.ids);
  const most = pattern.ids.length / 2;
  let best: (Match & { readonly block: number }) | null = null;
  for (const [block, words] of blocks.entries()) {
    const isOwn = block === ownBlock;
    const isNear = Math.abs(block - ownBlock) <= nearBlocks;
    // Cheaper than matching: too few of its words are there at all.
    if (countOf(words.ids, known) < most) continue;
    const match = bestMatch(words.ids, pattern);
    const kept = pattern.ids.length - match.changes;
    const isEnough =
      isOwn || (kept >= enoughWords && (isNear || match.changes <= pattern.ids.length * mostElsewhere));
    if (match.changes > most || !isEnough) continue;
    if (!best || match.changes < best.changes || (match.changes === best.changes && isOwn))
      best = { ...match, block };
  }
  if (!best || best.to <= best.from) return null;
  const { block, from, to } = best;
  const words = blocks[block] as Words;
  return { block, start: words.starts[from] as number, end: words.ends[to - 1] as number };
}

interface Match {
  /** Words that came, went or became others. */
  readonly changes: number;
  /** The words that stand for the quoted ones. */
  readonly from: number;
  readonly to: number;
}

/** The pattern may begin and end anywhere in the text. One column for each word, of which only two are kept. */
function bestMatch(words: readonly number[], { ids, from, to }: Pattern): Match {
  const rows = ids.length + 1;
  let before = new Column(rows);
  let now = new Column(rows);
  for (let row = 0; row < rows; row++) before.set(row, row, 0, 0);
  let best: Match = { changes: before.at(rows - 1), from: 0, to: 0 };
  for (let at = 1; at <= words.length; at++) {
    now.set(0, 0, at, at);
    for (let row = 1; row < rows; row++) {
      const same = before.at(row - 1) + (ids[row - 1] === words[at - 1] ? 0 : 1);
      const came = before.at(row) + 1;
      const went = now.at(row - 1) + 1;
      const isCome = came < same && came < went;
      const source = isCome ? before : went < same ? now : before;
      const sourceRow = isCome ? row : row - 1;
      now.set(
        row,
        Math.min(same, came, went),
        row === from && !isCome ? at : source.from(sourceRow),
        row === to ? at : source.to(sourceRow),
      );
    }
    if (now.at(rows - 1) < best.changes)
      best = { changes: now.at(rows - 1), from: now.from(rows - 1), to: now.to(rows - 1) };
    [before, now] = [now, before];
  }
  return best;
}

/** For each number of the pattern's words: the fewest changes up to here, and where the quoted words begin and end then. */
class Column {
  readonly #cells: Int32Array;

  constructor(rows: number) {
    this.#cells = new Int32Array(rows * 3);
  }
  set(row: number, changes: number, from: number, to: number): void {
    this.#cells[row * 3] = changes;
    this.#cells[row * 3 + 1] = from;
    this.#cells[row * 3 + 2] = to;
  }
  at(row: number): number {
    return this.#cells[row * 3] as number;
  }
  from(row: number): number {
    return this.#cells[row * 3 + 1] as number;
  }
  to(row: number): number {
    return this.#cells[row * 3 + 2] as number;
  }
}

/** Null where no word is quoted. */
function patternOf({ prefix, exact, suffix }: Anchor, vocabulary: Vocabulary): Pattern | null {
  const text = prefix + exact + suffix;
  const { ids, starts, ends } = wordsOf(text, vocabulary);
  const isCut = (at: number) =>
    (at === 0 && starts[at] === 0 && prefix.length >= wholeContext) ||
    (at === ids.length - 1 && ends[at] === text.length && suffix.length >= wholeContext);
  const whole = [...ids.keys()].filter((at) => !isCut(at));
  const quoted = whole.filter(
    (at) => (ends[at] as number) > prefix.length && (starts[at] as number) < prefix.length + exact.length,
  );
  if (quoted.length === 0) return null;
  const from = whole.indexOf(quoted[0] as number);
  return { ids: whole.map((at) => ids[at] as number), from, to: from + quoted.length };
}

function wordsOf(text: string, vocabulary: Vocabulary): Words {
  // A word is the same with a capital letter; where folding moves letters, it is left as it is.
  const folded = text.toLowerCase();
  const tokens = tokenise(folded.length === text.length ? folded : text, vocabulary);
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.isWord[at] === 0) continue;
    ids.push(tokens.ids[at] as number);
    starts.push(tokens.starts[at] as number);
    ends.push(tokens.starts[at + 1] as number);
  }
  return { ids, starts, ends };
}

function countOf(ids: readonly number[], known: ReadonlySet<number>): number {
  let count = 0;
  for (const id of ids) if (known.has(id)) count += 1;
  return count;
}
