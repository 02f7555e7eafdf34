import type { Language } from '#shared/contract/settings.ts';

/** What a person has chosen, or else what their system speaks (a BCP 47 tag). */
export function interfaceLanguage(
  chosen: Language | null,
  systemLanguage: string = navigator.language,
): Language {
  return chosen ?? (systemLanguage.toLowerCase().startsWith('pl') ? 'pl' : 'en');
}
