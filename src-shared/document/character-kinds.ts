/** What a character is to a word, looked up by code unit: asking a regular expression at every letter takes ten times longer. */

const wordCharacter = /[\p{L}\p{N}]/u;
const markCharacter = /\p{M}/u;

export const characterKind = {
  other: 0,
  letter: 1,
  mark: 2,
  /** Joins two runs into one word when a run follows: `rock’n’roll`, `3.5`, `a@b`. */
  joiner: 3,
} as const;

const joiners = new Set(`-'’.,:/@`);

/** Latin and its extensions, where the letters of European languages are: looked up, for asking takes far longer. */
export const latinEnd = 0x250;
export const latinKinds = Uint8Array.from({ length: latinEnd }, (_kind, code) =>
  kindOf(String.fromCharCode(code)),
);

/** The kind of the character that begins at a place past Latin. */
export function kindBeyondLatin(text: string, at: number): number {
  return kindOf(String.fromCodePoint(text.codePointAt(at) as number));
}

function kindOf(character: string): number {
  if (wordCharacter.test(character)) return characterKind.letter;
  if (joiners.has(character)) return characterKind.joiner;
  return markCharacter.test(character) ? characterKind.mark : characterKind.other;
}

export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
