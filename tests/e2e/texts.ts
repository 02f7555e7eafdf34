/** What the interface says in each language, from its own files. */
import { readFileSync } from 'node:fs';
import type { Language } from '../../src-shared/contract/settings.ts';

export const languages: readonly Language[] = ['en', 'pl'];

/** A text by `namespace:key.path`. */
export type Say = (key: string) => string;

export function textsIn(language: Language): Say {
  return (key) => {
    const [namespace, path] = key.split(':') as [string, string];
    const file = new URL(`../../src-renderer/i18n/${language}/${namespace}.json`, import.meta.url);
    const text = path
      .split('.')
      .reduce<unknown>(
        (texts, part) => (texts as Record<string, unknown>)[part],
        JSON.parse(readFileSync(file, 'utf8')),
      );
    if (typeof text !== 'string') throw new Error(`There is no text ${key} in ${language}.`);
    return text;
  };
}
