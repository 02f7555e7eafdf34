/** The interface's languages. Texts are JSON files, one namespace per feature; both languages have the same keys. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/contract/settings.ts';

const files = import.meta.glob<Record<string, unknown>>('./{en,pl}/*.json', {
  eager: true,
  import: 'default',
});

const resources: Record<string, Record<string, Record<string, unknown>>> = {};
for (const [path, texts] of Object.entries(files)) {
  const [, language, namespace] = /^\.\/(\w+)\/(\w+)\.json$/.exec(path) as unknown as [
    string,
    string,
    string,
  ];
  (resources[language] ??= {})[namespace] = texts;
}

/** How this person's system writes dates and times, when it speaks the interface's language. */
export function displayLocale(language: string): string {
  return navigator.language.toLowerCase().startsWith(language) ? navigator.language : language;
}

/** The interface's language as the application names it. */
export function interfaceLanguage(language: string): Language {
  return language === 'pl' ? 'pl' : 'en';
}

/** Call once, before anything is shown. */
export async function startTexts(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'app',
    resources,
    // React escapes already.
    interpolation: { escapeValue: false },
  });
}

export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
