/** Counting the words of one text over and over while it is written: only the lines that changed are counted again. */
import { countWords } from './count-words.ts';

/** Answers as `countWords`; it remembers the text before, and takes little time where that was mostly the same. */
export function createWordCounter(): (text: string) => number {
  let known = { text: '', words: 0 };
  return (text) => {
    const start = lineStart(text, commonStart(known.text, text));
    const shorter = Math.min(known.text.length, text.length);
    const end = restFromLineEnd(text, commonEnd(known.text, text, shorter - start));
    // No word goes over the end of a line.
    const between = (of: string) => countWords(of.slice(start, of.length - end));
    known = { text, words: known.words - between(known.text) + between(text) };
    return known.words;
  };
}

/** Where the line begins that holds this place. */
function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Of so many characters at the end, those from the first end of a line on. */
function restFromLineEnd(text: string, length: number): number {
  const at = text.indexOf('\n', text.length - length);
  return at === -1 ? 0 : text.length - at;
}

function commonStart(a: string, b: string): number {
  return longest(Math.min(a.length, b.length), (from, to) => a.slice(from, to) === b.slice(from, to));
}

function commonEnd(a: string, b: string, limit: number): number {
  const piece = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  return longest(limit, (from, to) => piece(a, from, to) === piece(b, from, to));
}

/** How many are the same, by halving: engines compare long pieces far faster than a loop compares letters. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let [same, end] = [0, limit];
  while (same < end) {
    const middle = Math.ceil((same + end) / 2);
    if (isSame(same, middle)) same = middle;
    else end = middle - 1;
  }
  return same;
}
