/** Both languages say the same things, and every failure has words. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/contract/errors.ts';
import { problemCodeSchema } from '#shared/contract/publishing.ts';

type Texts = ReadonlyMap<string, string>;

const folder = new URL('../../../src-renderer/i18n/', import.meta.url);
const languages = ['en', 'pl'] as const;
type Language = (typeof languages)[number];

/** i18next's suffixes; Intl knows which a language needs. */
const plural = /_(zero|one|two|few|many|other)$/;
const pluralsOf = (language: Language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

const filesOf = (language: Language) => readdirSync(new URL(`${language}/`, folder)).toSorted();

function textsOf(language: Language, file: string): Texts {
  const texts = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.set(path, value);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`);
    else throw new TypeError(`${language}/${file}: ${path} is neither a text nor a group of texts`);
  };
  visit(JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')), '');
  return texts;
}

/** Keys as the program asks for them, without plural suffixes. */
const keysOf = (texts: Texts) =>
  [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].toSorted();

/** The keys that come in plural forms, each with its forms. */
function pluralFormsOf(texts: Texts): ReadonlyMap<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const form = plural.exec(key)?.[1];
    if (form === undefined) continue;
    const stem = key.replace(plural, '');
    forms.set(stem, [...(forms.get(stem) ?? []), form]);
  }
  return forms;
}

const blanksOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*-?\s*([^},\s]+).*?\}\}/g)].map(([, name]) => name ?? ''))].toSorted();

const files = filesOf('en');

test('every room has a file in both languages', () => {
  expect(files).not.toEqual([]);
  expect(filesOf('pl')).toEqual(files);
});

test('plural forms are those the languages have', () => {
  expect(pluralsOf('en').toSorted()).toEqual(['one', 'other']);
  expect(pluralsOf('pl').toSorted()).toEqual(['few', 'many', 'one', 'other']);
});

describe.each(files)('%s', (file) => {
  const en = textsOf('en', file);
  const pl = textsOf('pl', file);

  test('both languages have the same keys', () => {
    expect(keysOf(en)).not.toEqual([]);
    expect(keysOf(pl)).toEqual(keysOf(en));
  });

  test.each([
    ['en', en],
    ['pl', pl],
  ] as const)('a text with plural forms has all those of its language: %s', (language, texts) => {
    const wanted = pluralsOf(language).toSorted();
    const wrong = [...pluralFormsOf(texts)].filter(
      ([key, forms]) => forms.toSorted().join() !== wanted.join() || texts.has(key),
    );
    expect(wrong).toEqual([]);
  });

  test('the same texts have plural forms in both languages', () => {
    expect([...pluralFormsOf(pl).keys()].toSorted()).toEqual([...pluralFormsOf(en).keys()].toSorted());
  });

  test('both languages fill the same blanks', () => {
    // Polish has more forms; those English lacks are compared with its form for many.
    const source = (key: string) => en.get(key) ?? en.get(key.replace(plural, '_other')) ?? '';
    const wrong = [...pl].filter(([key, text]) => blanksOf(text).join() !== blanksOf(source(key)).join());
    expect(wrong).toEqual([]);
  });

  test('blanks are written in a way that is filled', () => {
    const wrong = [...en, ...pl].filter(([, text]) => /[{}]/.test(text.replace(/\{\{\w+\}\}/g, '')));
    expect(wrong).toEqual([]);
  });

  test('nothing is left empty in one language only', () => {
    const emptyIn = (texts: Texts) => [...texts].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(emptyIn(pl)).toEqual(emptyIn(en));
  });
});

describe.each(languages)('errors in %s', (language) => {
  const texts = textsOf(language, 'errors.json');

  test.each(errorCodes)('%s has words', (code) => {
    expect(texts.get(code)?.trim() ?? '').not.toBe('');
  });

  test.each(problemCodeSchema.options)('the problem %s has words', (code) => {
    expect(texts.get(`problem.${code}`)?.trim() ?? '').not.toBe('');
  });

  test('no words are left of codes that are gone', () => {
    const known = new Set<string>([
      ...errorCodes,
      ...problemCodeSchema.options.map((code) => `problem.${code}`),
    ]);
    expect([...texts.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  test('problems are told with what the job knows; errors with nothing, but where the blog was found', () => {
    const blanksIn = (key: string) =>
      key.startsWith('problem.') ? ['subject', 'detail'] : key === 'blog-moved' ? ['found'] : [];
    const wrong = [...texts].filter(([key, text]) =>
      blanksOf(text).some((blank) => !blanksIn(key).includes(blank)),
    );
    expect(wrong).toEqual([]);
  });
});
