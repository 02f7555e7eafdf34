/** Slugs as WordPress makes them from a title (sanitize_title over remove_accents), for Latin scripts. */
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
};

/** Lower-case letters, digits and hyphens, at most 200 characters; empty when nothing of the title can stand in a slug. */
export function slugify(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøßæœþðħıŧ]/g, (letter) => letters[letter] ?? '')
    .replace(/['’‘"“”„]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 200)
    .replace(/^-+|-+$/g, '');
}
