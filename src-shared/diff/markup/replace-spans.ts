/** Stretches of a text from one sign to another; in time linear in the text, whatever it holds, as no lazy pattern is. */

/**
 * The text with every stretch from `opening` to the next `closing` replaced; null when one does not end. Both patterns
 * must be global.
 */
export function replaceSpans(
  text: string,
  opening: RegExp,
  closing: RegExp,
  instead: (stretch: string) => string,
): string | null {
  const pieces: string[] = [];
  let at = 0;
  opening.lastIndex = 0;
  for (let begin = opening.exec(text); begin; begin = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    if (!closing.exec(text)) return null;
    const end = closing.lastIndex;
    pieces.push(text.slice(at, begin.index), instead(text.slice(begin.index, end)));
    at = opening.lastIndex = end;
  }
  return `${pieces.join('')}${text.slice(at)}`;
}
