import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLibraryBed, marksOf, textOf, type LibraryBed } from './library-bed.ts';

let bed: LibraryBed;
beforeEach(() => void (bed = createLibraryBed()));
afterEach(() => bed.close());

describe('the snippet', () => {
  test('shows the words around the first hit, the hits marked, … where it was cut', () => {
    const filler = 'trawa '.repeat(200);
    bed.write('Staw', `${filler}a w niej siedzi żółw i patrzy na żółwie ${filler}`);
    const { title, snippet } = bed.list({ query: 'zolw' }).items[0]!;
    expect(title).toEqual([{ text: 'Staw', marked: false }]);
    expect(marksOf(snippet)).toEqual(['żółw', 'żółwie']);
    const text = textOf(snippet);
    expect(text).toMatch(/^… trawa .*a w niej siedzi żółw i patrzy na żółwie trawa.* …$/);
    expect(text.length).toBeLessThanOrEqual(164);
  });

  test('is the beginning when only the title was hit', () => {
    bed.write('Żółw', 'Zaczyna się tak.');
    const { title, snippet } = bed.list({ query: 'żół' }).items[0]!;
    expect(title).toEqual([{ text: 'Żółw', marked: true }]);
    expect(snippet).toEqual([{ text: 'Zaczyna się tak.', marked: false }]);
  });

  test('shows the text, not the marks of a word before it', () => {
    bed.write('x', 'Nie przedłużaj, bo dług rośnie.');
    expect(bed.list({ query: 'dlu' }).items[0]!.snippet).toEqual([
      { text: 'Nie przedłużaj, bo ', marked: false },
      { text: 'dług', marked: true },
      { text: ' rośnie.', marked: false },
    ]);
  });
});
