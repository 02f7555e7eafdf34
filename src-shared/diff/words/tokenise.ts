/** A text as the pieces a reader sees change: whole words, runs of white space, single signs. */
import {
  characterKind,
  isHighSurrogate,
  kindBeyondLatin,
  latinEnd,
  latinKinds,
} from '../../document/character-kinds.ts';

const { letter, mark, joiner } = characterKind;

export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** Where each token begins, in UTF-16 code units; one more says where the last one ends. */
  readonly starts: Int32Array;
  /** Equal for equal tokens, by the vocabulary they were made with. */
  readonly ids: Int32Array;
  /** 1 for white space. */
  readonly isSpace: Uint8Array;
  /** 1 for words. */
  readonly isWord: Uint8Array;
}

/** Numbers for tokens; both texts of a comparison share one. */
export type Vocabulary = Map<string, number>;

/** The tokens of a text. Words are cut where `countWords` cuts them, so Polish ones and `a@b.pl` stay whole. */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  const starts = new Int32Array(text.length + 1);
  const ids = new Int32Array(text.length);
  const isSpace = new Uint8Array(text.length);
  const isWord = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    let end: number;
    if (isSpaceCode(code)) {
      end = spaceEnd(text, at);
      isSpace[count] = 1;
    } else if (kindAt(text, at) === letter) {
      end = wordEnd(text, at);
      isWord[count] = 1;
    } else end = signEnd(text, at);
    const token = text.slice(at, end);
    let id = vocabulary.get(token);
    if (id === undefined) vocabulary.set(token, (id = vocabulary.size));
    starts[count] = at;
    ids[count] = id;
    count += 1;
    at = end;
  }
  starts[count] = text.length;
  return {
    text,
    count,
    starts: starts.subarray(0, count + 1),
    ids: ids.subarray(0, count),
    isSpace: isSpace.subarray(0, count),
    isWord: isWord.subarray(0, count),
  };
}

/** The words of a text, without anything between them. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length;) {
    const isStart = kindAt(text, at) === letter;
    const end = isStart ? wordEnd(text, at) : at + widthAt(text, at);
    if (isStart) words.push(text.slice(at, end));
    at = end;
  }
  return words;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < latinEnd ? (latinKinds[code] as number) : kindBeyondLatin(text, at);
}

function widthAt(text: string, at: number): number {
  return isHighSurrogate(text.charCodeAt(at)) && at + 1 < text.length ? 2 : 1;
}

function wordEnd(text: string, from: number): number {
  let at = from + widthAt(text, from);
  // Chinese and Japanese put no spaces between words: there every character stands for itself.
  if (isIdeograph(text.codePointAt(from) as number)) return at;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const isJoined = kind === joiner && at + 1 < text.length && kindAt(text, at + 1) === letter;
    if (kind !== letter && kind !== mark && !isJoined) break;
    if (kind === letter && isIdeograph(text.codePointAt(at) as number)) break;
    at += widthAt(text, at);
  }
  return at;
}

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

const isRegional = (code: number | undefined) => code !== undefined && code >= 0x1f1e6 && code <= 0x1f1ff;

/** One sign with what belongs to it: combining marks, the two halves of a flag, and the parts of a composed emoji. */
function signEnd(text: string, from: number): number {
  let at = from + widthAt(text, from);
  if (isRegional(text.codePointAt(from)) && isRegional(text.codePointAt(at))) at += widthAt(text, at);
  while (at < text.length) {
    const code = text.codePointAt(at) as number;
    if (code === 0x200d && at + 1 < text.length && text.charCodeAt(at + 1) > latinEnd)
      at += 1 + widthAt(text, at + 1);
    // Skin tones, and the tags that spell the flags of England, Scotland and Wales.
    else if ((code >= 0x1f3fb && code <= 0x1f3ff) || (code >= 0xe0020 && code <= 0xe007f)) at += 2;
    else if (code >= latinEnd && kindAt(text, at) === mark) at += widthAt(text, at);
    else break;
  }
  return at;
}

/** Where two blocks meet when several are compared as one text; each stands alone, like a line's end. */
export const blockBreak = '\u2029';

function isSpaceCode(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000
  );
}

function spaceEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === 10 || first === 0x2029) return from + 1;
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isSpaceCode(code) || code === 10 || code === 0x2029) break;
    at += 1;
  }
  return at;
}
