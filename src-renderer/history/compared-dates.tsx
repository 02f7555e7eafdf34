/** When two compared versions were saved, and when each went live or is to. */
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/contract/accounts.ts';
import type { Revision } from '#shared/contract/history.ts';
import { useAccounts } from '#renderer/bridge/queries.ts';
import { momentOf } from './version-label.ts';

/** Null for the draft, which is of now and was not sent. */
export type DatedVersion = Pick<Revision, 'createdAt' | 'publications'> | null;

export function ComparedDates({ before, after }: { before: DatedVersion; after: DatedVersion }) {
  const { t, i18n } = useTranslation('history');
  const accounts = useAccounts();
  const saved = (version: DatedVersion) =>
    version ? momentOf(version.createdAt, i18n.language) : t('compare.draft');
  const live = (version: DatedVersion) =>
    publicationDates(version, accounts, i18n.language).join('; ') || t('dates.none');
  const wasSent = [before, after].some((version) => version && version.publications.length > 0);
  return (
    <dl className="compared-dates" aria-label={t('dates.title')}>
      <Change name={t('dates.saved')} before={saved(before)} after={saved(after)} />
      {wasSent && <Change name={t('dates.live')} before={live(before)} after={live(after)} />}
    </dl>
  );
}

function Change({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{before === after ? after : `${before} → ${after}`}</dd>
    </div>
  );
}

/** A blog and a date each, in words. */
function publicationDates(version: DatedVersion, accounts: readonly Account[], language: string): string[] {
  return (version?.publications ?? []).map(({ accountId, at }) => {
    const blog = accounts.find(({ id }) => id === accountId)?.name;
    return [blog, momentOf(at, language)].filter(Boolean).join(', ');
  });
}
