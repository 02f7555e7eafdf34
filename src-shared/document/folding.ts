/**
 * Folding for search: what a person types without diacritics must find what was written with them. FTS5's
 * tokenizer removes combining marks; letters that have no Unicode decomposition (ł, ø, ß …) are mapped here.
 */
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  Ŧ: 'T',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'TH',
  ð: 'd',
  Ð: 'D',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** The text with undecomposable letters mapped: what is given to the index and to queries. */
export function foldForSearch(text: string): string {
  return text.replace(special, (letter) => letters[letter] ?? letter);
}

/** Text as the index compares it: lower-case, without marks. */
export function foldWord(word: string): string {
  return foldForSearch(word).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
