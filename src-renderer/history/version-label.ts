/** How a revision is called where there is one line for it. */
import type { TFunction } from 'i18next';
import type { Revision } from '#shared/contract/history.ts';
import { displayLocale } from '#renderer/i18n/i18n.ts';

export function momentOf(iso: string, language: string): string {
  return new Intl.DateTimeFormat(displayLocale(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

export function versionLabel(
  { name, cause, createdAt }: Revision,
  t: TFunction<'history'>,
  language: string,
): string {
  return `${name || t(`cause.${cause}`)} · ${momentOf(createdAt, language)}`;
}
