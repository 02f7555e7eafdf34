/** Cuts the stretch of a text around its first hit and marks the words that were searched for. */
import type { MarkedText } from '#shared/contract/posts.ts';
import { foldWord } from '#shared/document/folding.ts';

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const wordAt = /[\p{L}\p{N}\p{M}]+/uy;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const asciiFolded = Uint8Array.from({ length: 0x80 }, (_folded, code) =>
  String.fromCharCode(code).toLowerCase().charCodeAt(0),
);
/** Characters before the first hit, so that it is seen in its sentence. */
const lead = 40;

/** The text with every word that begins with one of `words` (folded) marked. */
export function markWords(text: string, words: readonly string[]): MarkedText {
  if (words.length === 0) return text === '' ? [] : [{ text, marked: false }];
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(wordPattern)) {
    if (!isHit(match[0], words)) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), marked: false });
    pieces.push({ text: match[0], marked: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** At most `length` characters around the first hit, or from the beginning, with hits marked and … where it was cut. */
export function markedSnippet(text: string, words: readonly string[], length: number): MarkedText {
  const flat = text.replace(/\s+/g, ' ').trim();
  const first = words.length === 0 ? 0 : firstHit(flat, words);
  const start = first <= lead ? 0 : wordStart(flat, first - lead, first);
  const end = Math.min(flat.length, start + length);
  const cut = `${start > 0 ? '… ' : ''}${whole(flat.slice(start, end)).trim()}${end < flat.length ? ' …' : ''}`;
  return markWords(cut, words);
}

/** Looks at letters first, for splitting a whole text into words takes most of a search's time. */
function firstHit(text: string, words: readonly string[]): number {
  const initials = words.map((word) => word.charCodeAt(0));
  for (let at = 0; at < text.length; at++) {
    const folded = foldedUnit(text, at);
    if (!initials.includes(folded)) continue;
    if (at > 0 && wordCharacter.test(text[at - 1] as string)) continue;
    wordAt.lastIndex = at;
    const word = wordAt.exec(text)?.[0];
    if (word !== undefined && isHit(word, words)) return at;
  }
  return 0;
}

/** The first UTF-16 unit of what the character here is folded to. */
function foldedUnit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x80 ? (asciiFolded[code] as number) : foldInitial(text.slice(at, at + 2)).charCodeAt(0);
}

function isHit(word: string, words: readonly string[]): boolean {
  // Most words differ in their first letter already, and folding a whole one costs.
  const initial = foldInitial(word);
  if (!words.some((wanted) => wanted.startsWith(initial) || initial.startsWith(wanted))) return false;
  const folded = foldWord(word);
  return words.some((wanted) => folded.startsWith(wanted));
}

const initials = new Map<string, string>();

function foldInitial(word: string): string {
  const letter = String.fromCodePoint(word.codePointAt(0) as number);
  let folded = initials.get(letter);
  if (folded === undefined) {
    folded = foldWord(letter);
    // The letters of a few scripts; a text of nothing but rare signs must not fill the memory.
    if (initials.size < 5_000) initials.set(letter, folded);
  }
  return folded;
}

/** Where the first word after `from` begins, but not beyond the hit: what stands before it may be one long address. */
function wordStart(text: string, from: number, hit: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space >= hit ? from : space + 1;
}

/** Without halves of characters that the cut went through. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
